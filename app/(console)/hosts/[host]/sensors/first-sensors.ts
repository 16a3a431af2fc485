import { findHost } from '@/lib/domain/host';
import { pageSession } from '@/lib/server/session';
import { readView } from '@/lib/server/views';
import type { Wanted } from '../../../prefetched';

/** The readings that the tab begins with; none when there is no such host. Costs no request: every page reads the hosts. */
export async function firstSensors(ref: string): Promise<readonly Wanted[]> {
  const hosts = (await readView(await pageSession(), 'hosts', {})).value?.data.hosts ?? [];
  const host = findHost(hosts, ref);
  if (!host) return [];
  const params = { hostId: host.id };
  return [
    { view: 'hostSensors', params, later: true },
    { view: 'hostSensorGroups', params, later: true },
  ];
}
