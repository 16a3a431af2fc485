/** The service catalogue: which service listens where. The shapes of the URLs are StarlingX's own. */
import { createHash } from 'node:crypto';
import { portOf, type ServiceName } from '../kernel/ports';

type Entry = { type: string; name: ServiceName; path: string };

/** Only identity, platform and dcmanager carry their version in the catalogue. */
const ENTRIES: readonly Entry[] = [
  { type: 'identity', name: 'keystone', path: '/v3' },
  { type: 'platform', name: 'sysinv', path: '/v1' },
  { type: 'faultmanagement', name: 'fm', path: '' },
  { type: 'nfv', name: 'vim', path: '' },
  { type: 'usm', name: 'usm', path: '' },
  { type: 'dcmanager', name: 'dcmanager', path: '/v1.0' },
  { type: 'smapi', name: 'smapi', path: '' },
  { type: 'key-manager', name: 'barbican', path: '' },
  { type: 'patching', name: 'patching', path: '' },
];
const INTERFACES = ['public', 'internal', 'admin'] as const;
export const REGION = 'RegionOne';

export type Endpoint = {
  id: string;
  interface: string;
  region_id: string;
  url: string;
  region: string;
};
export type CatalogService = { endpoints: Endpoint[]; id: string; type: string; name: string };

/** @param basePort the simulator's first port, see kernel/ports.ts */
export function catalog(basePort: number): CatalogService[] {
  return ENTRIES.map(({ type, name, path }) => ({
    endpoints: INTERFACES.map((face) => ({
      id: idOf(`${type}/${face}`),
      interface: face,
      region_id: REGION,
      url: `http://127.0.0.1:${portOf(name, basePort)}${path}`,
      region: REGION,
    })),
    id: idOf(type),
    type,
    name,
  }));
}

function idOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
