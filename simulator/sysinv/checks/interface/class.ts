/** Classes and types of interfaces (err-166, err-184). What no recording has is said in own words. */
import { refuse } from '../../faults';
import { hasWorker } from '../../seed/context';
import { othersOf, type Site } from './draft';

const CLASSES = ['platform', 'data', 'pci-passthrough', 'pci-sriov'];
const TYPES = ['ae', 'vlan', 'ethernet', 'virtual', 'vf'];

export function checkClass({ host, draft, existing }: Site): void {
  const { ifclass, iftype, used_by: users } = draft;
  if (!ifclass) return;
  if (!CLASSES.includes(ifclass)) refuse(400, `Invalid interface class ${ifclass}`);
  const before = existing?.ifclass ?? null;
  const shared = before === 'platform' && ifclass === 'pci-sriov';
  if (existing && before !== ifclass && !shared && users.length > 0) {
    if (before === 'platform' || (ifclass === 'platform' && before !== null)) {
      refuse(400, `The class stays ${before} while the interface is used by ${users.join(', ')}`);
    }
  }
  if (ifclass === 'data' && !hasWorker(host))
    refuse(400, 'Data interfaces are for hosts with worker functions');
  if (ifclass.startsWith('pci-') && iftype !== 'ethernet' && iftype !== 'vf') {
    refuse(400, `Class ${ifclass} is for ethernet and VF interfaces`);
  }
}

export function checkType({ draft }: Site): void {
  if (draft.iftype === null || !TYPES.includes(draft.iftype)) {
    refuse(400, `Device interface type must be one of ${TYPES.join(', ')}`);
  }
}

/** Open vSwitch on the host reaches the network over one ethernet interface on top of an SR-IOV one. All in own words. */
export function checkOvs(site: Site): void {
  const { draft } = site;
  if (!draft.ovs_access) return;
  if (draft.iftype !== 'ethernet' || draft.uses.length === 0) {
    refuse(400, 'ovs_access is for an ethernet interface over one of class pci-sriov');
  }
  const other = othersOf(site).find((row) => row.ovs_access === true);
  if (other) refuse(400, `Interface ${other.ifname} has ovs_access already`);
}

const ROLES = ['master', 'slave', 'none'];

/** The role of old, before there were PTP instances. All in own words. */
export function checkRole({ draft }: Site): void {
  const { ptp_role: role, ifclass } = draft;
  if (role === null || role === 'none') return;
  if (!ROLES.includes(role)) refuse(400, `A PTP role is one of ${ROLES.join(', ')}`);
  if (ifclass !== 'platform' && ifclass !== 'pci-sriov') {
    refuse(400, 'A PTP role is for interfaces of class platform or pci-sriov');
  }
}
