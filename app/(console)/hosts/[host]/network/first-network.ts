import { findHost } from '@/lib/domain/host';
import { peerOf } from '@/lib/domain/network/observations';
import { pageSession } from '@/lib/server/session';
import { readView } from '@/lib/server/views';
import type { Wanted } from '../../../prefetched';

/** The reading that the tab begins with; none when there is no such host. Costs no request: every page reads the hosts. */
export async function firstNetwork(ref: string): Promise<readonly Wanted[]> {
  const hosts = (await readView(await pageSession(), 'hosts', {})).value?.data.hosts ?? [];
  const host = findHost(hosts, ref);
  if (!host) return [];
  const params = { hostId: host.id, peerId: peerOf(host, hosts)?.id ?? null };
  return [{ view: 'hostNetwork', params, later: true }];
}
