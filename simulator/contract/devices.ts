/** What a recorded write of labels or devices needs in the simulated cloud: a lock, and keys that are free or taken as they were. */
import type { Json } from '../kernel/json';
import type { World } from '../kernel/world';
import { removeRow, rowsOn } from '../sysinv/network/rows';
import type { Recording } from './recording';

export function arrangeDevices(
  world: World,
  { method, path: recorded, requestBody, status }: Recording,
  path: string,
): void {
  const [, , segment = '', id = ''] = path.split('/');
  if (method === 'GET' || status >= 403) return;
  if (segment === 'pci_devices' || (segment === 'labels' && method === 'DELETE')) {
    for (const { row } of world.sysinv.hosts) row.administrative = 'locked';
  }
  const host =
    segment === 'labels' && method === 'POST' ? world.sysinv.find(id.split('?')[0] ?? '') : undefined;
  if (!host) return;
  const locking = keysOf(requestBody).some((key) => key === 'sriovdp');
  host.row.administrative = locking ? 'locked' : 'unlocked';
  if (recorded.includes('overwrite')) return;
  const rows = rowsOn(world, 'labels', host);
  for (const row of rows.filter(({ label_key }) => keysOf(requestBody).includes(String(label_key)))) {
    removeRow(rows, row);
  }
}

const keysOf = (body: Json): string[] =>
  body !== null && typeof body === 'object' && !Array.isArray(body) ? Object.keys(body) : [];
