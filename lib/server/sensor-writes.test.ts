/** Changing sensors against the embedded platform: real HTTP, its refusals, its counters of what reached it. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { benchOfWrites } from '@/e2e/support/writes-bench';
import type { SensorCall } from '@/lib/domain/sensor/sensor-calls';
import type { StepResult } from '@/lib/domain/steps';

const { orderSensorCalls } = await import('./sensor-writes');
const { invalidateHosts } = await import('./outdated');
const { readView } = await import('./views');

const bench = benchOfWrites('configurator');
const { written, signIn } = bench;

async function hostId(): Promise<string> {
  const { value } = await readView(bench.session(), 'hosts', {});
  const host = value?.data.hosts.find(({ hostname }) => hostname === 'worker-0');
  if (!host) throw new Error('no worker-0');
  return host.id;
}
async function model() {
  invalidateHosts();
  const params = { hostId: await hostId() };
  const sensors = await readView(bench.session(), 'hostSensors', params, true);
  const groups = await readView(bench.session(), 'hostSensorGroups', params, true);
  return { sensors: sensors.value?.data.rows ?? [], groups: groups.value?.data.rows ?? [] };
}
const group = async (name: string) => {
  const found = (await model()).groups.find((one) => one.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
async function run(...calls: SensorCall[]): Promise<StepResult[]> {
  const begun = await orderSensorCalls({ host: await hostId(), calls, submission: randomUUID() });
  if (!begun.ok) throw new Error(begun.error.message);
  return begun.data.end;
}

describe('sensors of a host', () => {
  it('have a group changed in one request, of what changes', async () => {
    const { id } = await group('server fans');
    expect(
      await run({
        do: 'group.change',
        group: id,
        to: { intervalSeconds: 300, major: 'alarm', minor: 'ignore' },
      }),
    ).toEqual([{ state: 'done' }]);
    expect(await bench.writes('sysinv')).toBe(1);
    expect(written).toMatchObject([
      {
        ...{ action: 'sensor-group.change', target: 'worker-0/server fans', outcome: 'ok' },
        details: { sensorParameters: 'audit_interval_group=300 actions_major_group=alarm' },
      },
    ]);
    expect(await group('server fans')).toMatchObject({ intervalSeconds: 300, actions: { major: 'alarm' } });
  });

  it('are refused in the words of the monitor', async () => {
    const { id } = await group('server fans');
    const [step] = await run({ do: 'group.change', group: id, to: { intervalSeconds: 5 } });
    expect(step).toMatchObject({ state: 'failed', failure: { kind: 'refused', status: 400 } });
    expect(step?.failure?.message).toMatch(
      /^HWMON has returned with a status of fail, reason: Requested sensor/,
    );
  });

  it('are suppressed one by one, and those before a refused one are watched again', async () => {
    const { sensors } = await model();
    const [one, other] = sensors;
    if (!one || !other) throw new Error('no sensors');
    expect(
      await run(
        { do: 'sensor.suppress', sensor: one.id, suppress: true },
        { do: 'sensor.suppress', sensor: other.id, suppress: true },
      ),
    ).toEqual([{ state: 'done' }, { state: 'done' }]);
    expect((await model()).sensors.filter(({ suppressed }) => suppressed)).toHaveLength(2);
    expect(written.map(({ action, target }) => `${action} ${target}`)).toEqual([
      `sensor.suppress worker-0/${one.name}`,
      `sensor.suppress worker-0/${other.name}`,
    ]);
    const third = sensors[2];
    const steps = await run(
      { do: 'sensor.suppress', sensor: third?.id ?? '', suppress: true },
      { do: 'sensor.suppress', sensor: randomUUID(), suppress: true },
    );
    expect(steps.map(({ state }) => state)).toEqual(['undone', 'failed']);
    expect((await model()).sensors.find(({ id }) => id === third?.id)?.suppressed).toBe(false);
  });

  it('are learnt anew', async () => {
    const before = await group('server fans');
    expect(await run({ do: 'relearn' })).toEqual([{ state: 'done' }]);
    expect(await model()).toEqual({ sensors: [], groups: [] });
    await bench.platform().control.advance(130_000);
    expect((await model()).sensors).toHaveLength(13);
    expect((await group('server fans')).id).not.toBe(before.id);
  });

  it('are not changed by operators', async () => {
    signIn('operator');
    const [step] = await run({ do: 'relearn' });
    expect(step).toMatchObject({ state: 'failed', failure: { kind: 'forbidden' } });
    expect(await bench.writes('sysinv')).toBe(0);
  });
});
