import { describe, expect, it } from 'vitest';
import type { World } from '../../kernel/world';
import { takeUpMemory } from '../capacity/unlock';
import { answered, sends, worldOf } from '../network/asking';
import { rowsOn } from '../network/rows';
import type { Row } from '../rows';

function worker(name = 'worker-1') {
  const world = worldOf();
  const host = world.sysinv.byName(name);
  if (!host) throw new Error(`no ${name}`);
  host.row.administrative = 'locked';
  const rows = rowsOn(world, 'imemorys', host);
  const [zero, one] = rows;
  if (!zero || !one) throw new Error('no memory');
  return { world, host, rows, zero, one };
}
const patch = (world: World, row: Row, wish: Record<string, unknown>) =>
  answered(
    sends(
      world,
      'PATCH',
      `imemorys/${row.uuid}`,
      Object.entries(wish).map(([column, value]) => ({ op: 'replace', path: `/${column}`, value })),
    ),
  );
const R = 'platform_reserved_mib';
const P2 = 'vm_hugepages_nr_2M_pending';
const P1 = 'vm_hugepages_nr_1G_pending';

describe('memory of a NUMA node', () => {
  it('waits for the unlock, and is there afterwards; the node does not tell its whole memory', async () => {
    const { world, host, zero } = worker();
    const [status, row] = await patch(world, zero, { [P2]: 1000, [P1]: 0 });
    expect([status, row]).toMatchObject([200, { [P2]: 1000, [P1]: 0, vm_hugepages_nr_2M: 0 }]);
    expect(row).not.toHaveProperty('node_memtotal_mib');
    takeUpMemory(world, host);
    expect(zero).toMatchObject({ [P2]: null, [P1]: null, vm_hugepages_nr_2M: 1000, vm_hugepages_nr_1G: 0 });
    expect(zero.vm_hugepages_nr_4K).toBe((127_680 - 8000 - 2000) * 256);
  });

  it('may be given as a share of what the platform leaves', async () => {
    const { world, host, zero } = worker();
    const wish = { [P2]: 50, [P1]: 0, vm_pending_as_percentage: 'True' };
    expect((await patch(world, zero, wish))[1]).toMatchObject({
      ...{ vm_pending_as_percentage: true, vm_hugepages_2M_percentage: 50, vm_hugepages_1G_percentage: 0 },
    });
    takeUpMemory(world, host);
    expect(zero).toMatchObject({ vm_hugepages_nr_2M: Math.floor(((127_680 - 8000) / 2) * 0.5), [P2]: null });
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['no number', { [P2]: 'abc' }, /^Processor 0: VM huge pages 2M must be a number$/],
    ['less than none', { [P1]: -1 }, /^Processor 0: VM huge pages 1G must be greater than or equal to zero$/],
    ['too many', { [P2]: 0, [P1]: 9999 }, /max 1G pages: 116\. \. hp_possible: 119680/],
    ['two sizes', { [P2]: 10, [P1]: 4 }, /single huge page size/],
    ['more than all', { [P2]: 101, [P1]: 0, vm_pending_as_percentage: 'True' }, /within 0% - 100%/],
    ['a vswitch without a size', { vswitch_hugepages_reqd: 1 }, /No vswitch hugepage size/],
    [
      'a vswitch that is not there',
      { vswitch_hugepages_reqd: 1, vswitch_hugepages_size_mib: 2 },
      /must be 0 when/,
    ],
    ['no power of two', { vswitch_hugepages_size_mib: 3 }, /power of 2/],
    [
      'too little for the platform',
      { [R]: 10 },
      /^Platform reserved memory for numa node 0 .* minimum value 1000$/,
    ],
    ['too much for the platform', { [R]: 90_000, [P1]: 0 }, /not within range \[1000, 85120\]$/],
    ['words for the platform', { [R]: 'much' }, /Platform memory must be a number/],
  ])('refuses %s', async (_name, wish, says) => {
    const { world, zero } = worker();
    const before = JSON.stringify(zero);
    expect(await patch(world, zero, wish)).toEqual([400, expect.stringMatching(says)]);
    expect(JSON.stringify(zero)).toBe(before);
  });

  it('is changed on locked hosts; not on storage hosts; without huge pages where no work runs', async () => {
    const { world, zero } = worker();
    const kind = (name: string) => {
      const host = world.sysinv.byName(name);
      if (!host) throw new Error(name);
      return { host, row: rowsOn(world, 'imemorys', host)[0] ?? zero };
    };
    expect((await patch(world, kind('worker-2').row, { [P1]: 4 }))[1]).toBe('Host must be locked.');
    expect((await patch(world, kind('storage-0').row, { [R]: 9000 }))[0]).toBe(403);
    const controller = kind('controller-1');
    controller.host.row.administrative = 'locked';
    expect((await patch(world, controller.row, { [P1]: 4 }))[1]).toMatch(/not supported for this node/);
    expect((await patch(world, controller.row, { [R]: 9000 }))[0]).toBe(200);
  });

  it('needs a processor with pages of 1 GiB for those', async () => {
    const { world, zero } = worker();
    Object.assign(zero, { vm_hugepages_use_1G: false, vm_hugepages_nr_1G: 0 });
    expect((await patch(world, zero, { [P1]: 4 }))[1]).toMatch(/does not support 1G huge pages/);
  });
});

describe('the kernel of a host', () => {
  const change = (world: World, name: string, value: unknown, path = '/kernel_provisioned') =>
    answered(
      sends(world, 'PATCH', `ihosts/${world.sysinv.byName(name)?.row.uuid}/kernel`, [
        { op: 'replace', path, value },
      ]),
    );

  it('waits for the unlock, which waits for the boot loader', async () => {
    const { world, host } = worker();
    Object.assign(host.row, { availability: 'online', operational: 'disabled' });
    expect((await change(world, 'worker-1', 'lowlatency'))[1]).toMatchObject({
      ...{ kernel_provisioned: 'lowlatency', kernel_running: 'standard', hostname: 'worker-1' },
    });
    expect(host.row).toMatchObject({
      subfunctions: 'worker,lowlatency',
      config_status: 'Config out-of-date',
    });
    const unlock = () =>
      answered(
        sends(world, 'PATCH', `ihosts/${host.row.uuid}`, [
          { op: 'replace', path: '/action', value: 'unlock' },
        ]),
      );
    expect((await unlock())[1]).toBe('Can not unlock worker-1 kernel configuration in progress.');
    world.clock.advance(30_000);
    expect((await unlock())[0]).toBe(200);
    world.clock.advance(900_000);
    expect((await answered(sends(world, 'GET', `ihosts/${host.row.uuid}/kernel`)))[1]).toMatchObject({
      kernel_running: 'lowlatency',
    });
    world.clock.stop();
  });

  it.each<[string, Record<string, string>, unknown, RegExp]>([
    ['an unlocked host', { administrative: 'unlocked' }, 'lowlatency', /^Host must be locked\.$/],
    ['a host without work', { subfunctions: 'controller' }, 'lowlatency', /^Can only modify worker nodes\.$/],
    ['a host that is off', { availability: 'offline' }, 'lowlatency', /^Host must be online\.$/],
    ['another kernel', {}, 'plan9', /^Supported kernels: \['lowlatency', 'standard'\]$/],
  ])('is refused for %s', async (_name, given, value, says) => {
    const { world, host } = worker();
    Object.assign(host.row, { availability: 'online', ...given });
    expect(await change(world, 'worker-1', value)).toEqual([400, expect.stringMatching(says)]);
  });
});
