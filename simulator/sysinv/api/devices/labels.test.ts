import { describe, expect, it } from 'vitest';
import type { World } from '../../../kernel/world';
import { answered, gets, sends, worldOf } from '../../network/asking';
import { rowsOn } from '../../network/rows';
import { hostIn, lock } from '../storage/asking';

const assign = (world: World, host: string, labels: object, query = '') =>
  answered(sends(world, 'POST', `labels/${hostIn(world, host).row.uuid}${query}`, labels));
const drop = (world: World, uuid: string) => answered(sends(world, 'DELETE', `labels/${uuid}`));
const labelsOf = async (world: World, host: string) =>
  (await gets(world, `ihosts/${host}/labels`)).map((row) => `${row.label_key}=${row.label_value}`);
const uuidOf = (world: World, host: string, key: string) =>
  String(rowsOn(world, 'labels', hostIn(world, host)).find(({ label_key }) => label_key === key)?.uuid);

describe('labels of a host', () => {
  it('are assigned several at once, overwritten when that is asked for, and removed one by one', async () => {
    const world = worldOf();
    expect(await assign(world, 'worker-0', { rack: 'r4', 'bad key!': 'x' })).toMatchObject([
      200,
      { labels: [{ label_key: 'rack', label_value: 'r4' }, { label_key: 'bad key!' }] },
    ]);
    expect(await assign(world, 'worker-0', { rack: 'r5', row: 'b' })).toEqual([
      400,
      'Label rack exists for host worker-0. Use overwrite option to assign a new value.',
    ]);
    expect(await labelsOf(world, 'worker-0')).not.toContain('row=b');
    expect((await assign(world, 'worker-0', { rack: 'r5' }, '?overwrite=true'))[0]).toBe(200);
    expect(await labelsOf(world, 'worker-0')).toContain('rack=r5');
    expect(await drop(world, uuidOf(world, 'worker-0', 'rack'))).toEqual([204, {}]);
    expect(await labelsOf(world, 'worker-0')).not.toContain('rack=r5');
  });

  it('of the kind that configures a host wait for a lock, assigned or removed', async () => {
    const world = worldOf();
    const refusal = [400, "Host worker-0 must be locked for label(s)=['sriovdp']."];
    expect(await assign(world, 'worker-0', { sriovdp: 'enabled', rack: 'r4' })).toEqual(refusal);
    expect(await drop(world, uuidOf(world, 'worker-0', 'sriovdp'))).toEqual(refusal);
    lock(world, 'worker-0');
    expect((await drop(world, uuidOf(world, 'worker-0', 'sriovdp')))[0]).toBe(204);
    expect((await assign(world, 'worker-0', { sriovdp: 'enabled' }))[0]).toBe(200);
  });

  it.each([
    [{ 'kube-topology-mgr-policy': 'socket' }, 'Invalid value for kube-topology-mgr-policy label.'],
    [{ 'kube-cpu-mgr-policy': 'None' }, "Setting kube-cpu-mgr-policy to 'none' is not supported"],
    [{ 'kube-memory-mgr-policy': 'dynamic' }, 'Invalid value for kube-memory-mgr-policy label.'],
    [{ 'power-management': 'on' }, 'Invalid value for power-management label.'],
    [{ rack: null }, 'Null input detected for Label rack for host worker-4. Input invalid.'],
    [
      { 'starlingx.io/stalld': 'on' },
      "worker-4 invalid value starlingx.io/stalld=on. Supported values are ['disabled', 'enabled']",
    ],
    [
      { 'starlingx.io/stalldx': '1' },
      "worker-4 'starlingx.io/stalldx' invalid format, format example 'starlingx.io/stalld.<paramater>'",
    ],
  ])('%j', async (labels, words) => {
    expect(await assign(worldOf(), 'worker-4', labels)).toEqual([400, words]);
  });

  it('of stalld want a worker, and processors to watch', async () => {
    const world = worldOf();
    const stalld = { 'starlingx.io/stalld': 'enabled', 'starlingx.io/stalld_cpu_functions': 'application' };
    expect(await assign(world, 'storage-0', stalld)).toEqual([
      400,
      "['starlingx.io/stalld', 'starlingx.io/stalld_cpu_functions'] can only be modified on worker nodes.",
    ]);
    for (const cpu of rowsOn(world, 'icpus', hostIn(world, 'worker-0'))) cpu.allocated_function = 'Platform';
    expect(await assign(world, 'worker-0', stalld)).toEqual([
      400,
      "worker-0 stalld cpu list empty, update cpu core assignments for {'Application', 'Application-isolated'}",
    ]);
    const all = { ...stalld, 'starlingx.io/stalld_cpu_functions': 'all' };
    expect((await assign(world, 'worker-0', all))[0]).toBe(200);
  });
});
