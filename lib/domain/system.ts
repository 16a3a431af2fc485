/** The cloud itself (sysinv `isystem`). */
import type { Unknown } from './host';

export type System = {
  id: string;
  name: string;
  /** `All-in-one` or `Standard`. */
  type: Unknown<string>;
  /** `simplex`, `duplex`, `duplex-direct`. */
  mode: Unknown<string>;
  description: Unknown<string>;
  location: Unknown<string>;
  contact: Unknown<string>;
  softwareVersion: Unknown<string>;
  timezone: Unknown<string>;
  region: Unknown<string>;
  /** `systemcontroller`, `subcloud`, or null for a cloud of its own. */
  distributedCloudRole: Unknown<string>;
  /** `none`, `ovs-dpdk` …; null: not said, which is no virtual switch either. */
  vswitch: Unknown<string>;
  /** A simplex on its way to a duplex. */
  leavingSimplex: boolean;
};

export const isSimplex = (system: Pick<System, 'mode'>): boolean => system.mode === 'simplex';
export const isAllInOne = (system: Pick<System, 'type'>): boolean => system.type === 'All-in-one';

/** What kind of cloud, in words for the switcher. */
export function cloudKind(system: System): string {
  if (system.distributedCloudRole === 'systemcontroller') return 'System controller';
  if (system.distributedCloudRole === 'subcloud') return 'Subcloud';
  if (isAllInOne(system)) return isSimplex(system) ? 'All-in-one simplex' : 'All-in-one duplex';
  return system.type ?? 'Unknown kind';
}
