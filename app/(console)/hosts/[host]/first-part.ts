import { findHost } from '@/lib/domain/host';
import { pageSession } from '@/lib/server/session';
import { readView } from '@/lib/server/views';
import type { Wanted } from '../../prefetched';

/** Collections of one host that a tab may begin with. */
type Part = 'hostStorage' | 'hostDevices' | 'hostLabels';

/** The reading that a tab begins with; none when there is no such host. Costs no request: every page reads the hosts. */
export async function firstPart(ref: string, view: Part): Promise<readonly Wanted[]> {
  const hosts = (await readView(await pageSession(), 'hosts', {})).value?.data.hosts ?? [];
  const host = findHost(hosts, ref);
  return host ? [{ view, params: { hostId: host.id }, later: true }] : [];
}
