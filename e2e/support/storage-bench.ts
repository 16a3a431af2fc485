/** For tests of changes to the disks of a host: what there is, and the run of a list of calls against the embedded platform. */
import { randomUUID } from 'node:crypto';
import type { StepResult } from '@/lib/domain/steps';
import type { StorageCall } from '@/lib/domain/storage/editor/calls';
import type { HostStorage } from '@/lib/domain/storage/host-storage';
import type { WorldName } from '@/simulator/kernel/world';
import { benchOfWrites } from './writes-bench';

export function storageBench(user: string, world: WorldName) {
  const bench = benchOfWrites(user, world);
  const server = Promise.all([import('@/lib/server/host-storage-writes'), import('@/lib/server/views')]);

  async function hostId(name: string): Promise<string> {
    const [, { readView }] = await server;
    const { value } = await readView(bench.session(), 'hosts', {}, true);
    const host = value?.data.hosts.find(({ hostname }) => hostname === name);
    if (!host) throw new Error(`no ${name}`);
    return host.id;
  }

  async function storage(name: string): Promise<HostStorage> {
    const [, { readView }] = await server;
    const { value } = await readView(bench.session(), 'hostStorage', { hostId: await hostId(name) }, true);
    if (!value) throw new Error('not read');
    return value.data;
  }

  return {
    bench,
    hostId,
    storage,
    /** The disk of a host at a node. */
    disk: async (name: string, node: string) => {
      const found = (await storage(name)).disks.find((one) => one.node === node);
      if (!found) throw new Error(`no ${node}`);
      return found;
    },
    run: async (name: string, calls: readonly StorageCall[], typedName?: string): Promise<StepResult[]> => {
      const [{ orderStorageCalls }] = await server;
      const order = { host: await hostId(name), calls, typedName, submission: randomUUID() };
      const begun = await orderStorageCalls(order);
      if (!begun.ok) throw new Error(begun.error.message);
      return begun.data.end;
    },
    /** Time of the platform passes: what was read before it is no reading of now. */
    seconds: async (count: number) => {
      await bench.platform().control.advance(count * 1000);
      const { invalidateStorage } = await import('@/lib/server/outdated');
      invalidateStorage();
    },
  };
}
