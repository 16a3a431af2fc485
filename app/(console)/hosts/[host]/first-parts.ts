import { findHost } from '@/lib/domain/host';
import { pageSession } from '@/lib/server/session';
import { readView } from '@/lib/server/views';
import type { Wanted } from '../../prefetched';

type Part = 'hostProcessors' | 'hostMemory' | 'hostKernel';

/** The readings that a tab begins with; none when there is no such host. Costs no request: every page reads the hosts. */
export async function firstParts(ref: string, views: readonly Part[]): Promise<readonly Wanted[]> {
  const hosts = (await readView(await pageSession(), 'hosts', {})).value?.data.hosts ?? [];
  const host = findHost(hosts, ref);
  return host ? views.map((view) => ({ view, params: { hostId: host.id }, later: true })) : [];
}
