/** Changing clocks against the embedded platform: real HTTP, its refusals, its counters of what reached it. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { benchOfWrites } from '@/e2e/support/writes-bench';
import type { ClockCall } from '@/lib/domain/clock/ptp-calls';
import type { StepResult } from '@/lib/domain/steps';

const { orderClockCalls } = await import('./ptp-writes');
const { readView } = await import('./views');

const bench = benchOfWrites('configurator');
const { written, signIn } = bench;

async function run(...calls: ClockCall[]): Promise<StepResult[]> {
  const begun = await orderClockCalls({ calls, submission: randomUUID() });
  if (!begun.ok) throw new Error(begun.error.message);
  return begun.data.end;
}

const states = (results: readonly StepResult[]) => results.map(({ state }) => state);

async function config() {
  const { value } = await readView(bench.session(), 'ptpConfig', {}, true);
  if (!value) throw new Error('no configuration');
  return value.data;
}

const writes = () => bench.writes('sysinv');

const add = (name: string, section: string, ...texts: string[]): ClockCall => ({
  ...{ do: 'parameters.add', of: 'instance', name, section },
  pairs: texts.map((text) => ({ name: text.split('=')[0] ?? '', value: text.split('=')[1] ?? '' })),
});

describe('one change', () => {
  it.each<[ClockCall, string, string, Record<string, string> | undefined]>([
    [
      { do: 'instance.create', name: 'one', service: 'ptp4l' },
      'ptp-instance.create',
      'one',
      { ptpService: 'ptp4l' },
    ],
    [
      add('one', 'monitoring', 'holdover_seconds=7200'),
      'ptp-instance.parameter-add',
      'one',
      { ptpSection: 'monitoring', ptpParameters: 'holdover_seconds=7200' },
    ],
    [
      { do: 'interface.create', name: 'one-if', instance: 'one' },
      'ptp-interface.create',
      'one-if',
      { ptpInstance: 'one' },
    ],
    [
      {
        ...{ do: 'parameters.add', of: 'interface', name: 'one-if', section: 'global' },
        pairs: [{ name: 'masterOnly', value: '0' }],
      },
      'ptp-interface.parameter-add',
      'one-if',
      { ptpSection: 'global', ptpParameters: 'masterOnly=0' },
    ],
    [
      { do: 'instance.assign', name: 'one', host: 'worker-8' },
      'ptp-instance.assign',
      'one',
      { hostname: 'worker-8' },
    ],
    [
      { do: 'interface.assign', name: 'one-if', host: 'worker-8', interface: 'sriov0' },
      'ptp-interface.assign',
      'one-if',
      { hostname: 'worker-8', hostInterface: 'sriov0' },
    ],
    [{ do: 'apply' }, 'ptp.apply', 'PTP', undefined],
    [
      { do: 'interface.remove', name: 'one-if', host: 'worker-8', interface: 'sriov0' },
      'ptp-interface.remove',
      'one-if',
      { hostname: 'worker-8', hostInterface: 'sriov0' },
    ],
    [
      { do: 'instance.remove', name: 'one', host: 'worker-8' },
      'ptp-instance.remove',
      'one',
      { hostname: 'worker-8' },
    ],
    [{ do: 'interface.delete', name: 'one-if' }, 'ptp-interface.delete', 'one-if', undefined],
    [{ do: 'instance.delete', name: 'one' }, 'ptp-instance.delete', 'one', undefined],
    [
      { do: 'ntp.change', servers: ['10.0.0.5', '10.0.0.4'] },
      'ntp.change',
      'NTP',
      { ntpServers: '10.0.0.5,10.0.0.4' },
    ],
    [
      { do: 'host.follow', host: 'worker-8', to: 'ntp' },
      'host.edit',
      'worker-8',
      { clockSynchronization: 'ntp' },
    ],
  ])('%j is one request and one audit line', async (call, action, target, details) => {
    expect(await run(call)).toEqual([{ state: 'done' }]);
    expect(await writes()).toBe(1);
    expect(written).toEqual([
      expect.objectContaining({
        ...{ who: 'configurator', action, target, outcome: 'ok' },
        ...(details ? { details } : {}),
      }),
    ]);
    // Asked for again, nothing is sent: it is so. To apply is to apply.
    if (call.do === 'apply') return;
    expect(await run(call)).toEqual([{ state: 'already' }]);
    expect(await writes()).toBe(1);
  });

  it('changes a shared parameter for all who have it', async () => {
    const before = await config();
    const row = before.parameters.find(
      ({ name, section, owners }) => name === 'domainNumber' && section === 'global' && owners.length > 1,
    );
    if (!row) throw new Error('nothing is shared');
    const call: ClockCall = {
      ...{ do: 'parameter.change', id: row.id, section: 'global', name: row.name },
      ...{ from: row.value, to: '31' },
    };
    expect(await run(call)).toEqual([{ state: 'done' }]);
    const after = await config();
    const owners = after.instances.filter(({ id }) => row.owners.includes(id));
    expect(owners.length).toBeGreaterThan(1);
    for (const { sections } of owners)
      expect(sections.flatMap(({ pairs }) => pairs)).toContainEqual({ name: 'domainNumber', value: '31' });
    expect(await run({ ...call, from: '31', to: row.value })).toEqual([{ state: 'done' }]);
  });

  it('comes back refused in the words of the platform', async () => {
    const [result] = await run({ do: 'instance.delete', name: 'ptp4l-gm' });
    const { instances } = await config();
    const id = instances.find(({ name }) => name === 'ptp4l-gm')?.id;
    expect(result).toMatchObject({
      state: 'failed',
      failure: { kind: 'refused', message: `PTP instance ${id} is still associated with host(s)` },
    });
    expect(await writes()).toBe(1);
    expect(written).toMatchObject([{ action: 'ptp-instance.delete', outcome: 'refused', status: 400 }]);
  });

  it('takes back what a refused request had done before it was refused', async () => {
    // The second is there already under the same name in this very section: each table has one peer.
    const [result] = await run(
      add('ptp4l-ip', 'unicast_master_table_1', 'UDPv4=10.20.40.77', 'logQueryInterval=5'),
    );
    expect(result).toMatchObject({ state: 'failed', failure: { kind: 'refused' } });
    const { instances } = await config();
    const table = instances
      .find(({ name }) => name === 'ptp4l-ip')
      ?.sections.find(({ section }) => section === 'unicast_master_table_1');
    expect(table?.pairs).not.toContainEqual({ name: 'UDPv4', value: '10.20.40.77' });
    expect(await writes()).toBe(2);
  });

  it.each(['reader', 'operator'])('is refused to a %s before anything is sent, and audited', async (user) => {
    signIn(user);
    expect(await run({ do: 'apply' })).toMatchObject([{ state: 'failed', failure: { kind: 'forbidden' } }]);
    expect(await writes()).toBe(0);
    expect(written).toMatchObject([{ action: 'ptp.apply', outcome: 'forbidden' }]);
  });

  it('lets an operator choose what a host follows', async () => {
    signIn('operator');
    expect(await run({ do: 'host.follow', host: 'worker-9', to: 'ntp' })).toEqual([{ state: 'done' }]);
  });

  it('is refused to whoever has no right to it, also where it is so already, and the others with it', async () => {
    signIn('reader');
    const no = { state: 'failed', failure: { kind: 'forbidden' } };
    expect(await run({ do: 'instance.create', name: 'ptp4l-gm', service: 'ptp4l' })).toMatchObject([no]);
    expect(written).toMatchObject([{ action: 'ptp-instance.create', outcome: 'forbidden' }]);
    signIn('operator');
    const both = await run({ do: 'host.follow', host: 'worker-9', to: 'ptp' }, { do: 'apply' });
    expect(both).toMatchObject([{ state: 'not-sent' }, no]);
    expect(await writes()).toBe(0);
  });

  it('is looked for when its answer was lost, and never sent twice', async () => {
    await bench.platform().control.fault({ service: 'sysinv', method: 'POST', dropAfter: true, times: 1 });
    expect(await run({ do: 'instance.create', name: 'lost', service: 'ptp4l' })).toEqual([{ state: 'done' }]);
    expect(await writes()).toBe(1);
    await run({ do: 'instance.delete', name: 'lost' });
  });

  it('is sent once for one press', async () => {
    const order = { calls: [{ do: 'apply' }], submission: randomUUID() } as const;
    const [first, second] = await Promise.all([orderClockCalls(order), orderClockCalls(order)]);
    if (!first.ok || !second.ok) throw new Error('not begun');
    expect(await first.data.end).toEqual(await second.data.end);
    expect(await writes()).toBe(1);
  });

  it('is not sent without a session', async () => {
    bench.signOut();
    const begun = await orderClockCalls({ calls: [{ do: 'apply' }], submission: randomUUID() });
    expect(begun).toMatchObject({ ok: false, error: { kind: 'unauthenticated' } });
    expect(await writes()).toBe(0);
  });
});

describe('several changes', () => {
  const plan: ClockCall[] = [
    { do: 'instance.create', name: 'two', service: 'phc2sys' },
    add('two', 'global', 'domainNumber=24', 'cmdline_opts=-a'),
    { do: 'interface.create', name: 'two-if', instance: 'two' },
    { do: 'instance.assign', name: 'two', host: 'worker-8' },
    { do: 'interface.assign', name: 'two-if', host: 'worker-8', interface: 'data0' },
  ];

  it('are undone in reverse when one is refused, with the words of the platform', async () => {
    const before = await config();
    const failing: ClockCall = { do: 'instance.create', name: 'ptp4l-gm', service: 'phc2sys' };
    const results = await run(...plan, failing, { do: 'apply' });
    expect(states(results)).toEqual([...plan.map(() => 'undone'), 'failed', 'not-sent']);
    expect(results.at(-2)?.failure?.message).toBe("A PTP instance with name 'ptp4l-gm' already exists.");
    expect((await config()).instances).toEqual(before.instances);
    expect((await config()).interfaces).toEqual(before.interfaces);
    expect(written.map(({ action }) => action).slice(-5)).toEqual([
      'ptp-interface.remove',
      'ptp-instance.remove',
      'ptp-interface.delete',
      'ptp-instance.parameter-delete',
      'ptp-instance.delete',
    ]);
  });

  it('say what stands when taking back is refused as well', async () => {
    await bench.platform().control.fault({
      ...{ service: 'sysinv', method: 'DELETE', status: 400, times: 1 },
      body: { error_message: JSON.stringify({ faultstring: 'Not now', faultcode: 'Client' }) },
    });
    const results = await run(
      { do: 'instance.create', name: 'three', service: 'ptp4l' },
      { do: 'instance.create', name: 'ptp4l-gm', service: 'phc2sys' },
    );
    expect(results).toMatchObject([
      { state: 'stands', failure: { message: 'Not now' } },
      { state: 'failed', failure: { kind: 'refused' } },
    ]);
    expect(await run({ do: 'instance.delete', name: 'three' })).toEqual([{ state: 'done' }]);
  });

  it('never take away what was there before, because a step of its name was refused', async () => {
    await run({ do: 'instance.create', name: 'not-ours', service: 'ptp4l' });
    const results = await run(
      { do: 'instance.create', name: 'ours', service: 'ptp4l' },
      { do: 'instance.create', name: 'not-ours', service: 'phc2sys' },
    );
    expect(states(results)).toEqual(['undone', 'failed']);
    expect((await config()).instances.map(({ name }) => name)).toContain('not-ours');
    await run({ do: 'instance.delete', name: 'not-ours' });
  });

  it('are done once, and asked for again send nothing but what is missing', async () => {
    expect(states(await run(...plan))).toEqual(plan.map(() => 'done'));
    await run({ do: 'interface.remove', name: 'two-if', host: 'worker-8', interface: 'data0' });
    await bench.platform().control.resetRequests();
    expect(states(await run(...plan))).toEqual(['already', 'already', 'already', 'already', 'done']);
    expect(await writes()).toBe(1);
  });
});
