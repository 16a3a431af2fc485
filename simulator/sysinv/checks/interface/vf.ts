/** SR-IOV: virtual functions of a port, and interfaces made of them (err-181, err-182). */
import { refuse } from '../../faults';
import { rowsOn } from '../../network/rows';
import { lowerOf } from './below';
import { type Site, uppersOf } from './draft';

const DRIVERS = ['vfio', 'netdevice'];

/** Judged of a PATCH before the host's lock is; of a POST not at all, as on the platform. All in own words. */
export function checkSriov({ world, host, draft }: Site): void {
  const { ifclass, iftype, sriov_numvfs: count, sriov_vf_driver: driver } = draft;
  if (!ifclass) return;
  if (ifclass !== 'pci-sriov') {
    if ((count ?? 0) > 0) refuse(400, 'A number of VFs is for class pci-sriov');
    if (driver !== null) refuse(400, 'A VF driver is for class pci-sriov');
    return;
  }
  if (count === null) refuse(400, 'Class pci-sriov needs a number of VFs');
  if (count <= 0) refuse(400, 'The number of VFs is more than 0');
  if (driver !== null && !DRIVERS.includes(driver))
    refuse(400, `A VF driver is one of ${DRIVERS.join(', ')}`);
  if (iftype !== 'ethernet') return;
  const ports = rowsOn(world, 'ethernet_ports', host).filter((port) => port.interface_uuid === draft.uuid);
  const [port] = ports;
  if (!port || ports.length > 1) refuse(400, 'SR-IOV is for an interface over one port');
  const most = Number(port.sriov_totalvfs ?? 0);
  if (most === 0) refuse(400, `Port ${port.name} has no SR-IOV`);
  if (count > most) refuse(400, `Port ${port.name} has ${most} VFs at most`);
}

/** The VFs of the interfaces on top are fewer than those below: one is the host's own. All in own words. */
export function checkConsumers(site: Site): void {
  const { draft } = site;
  let consumed = 0;
  for (const upper of uppersOf(site)) {
    if (upper.iftype !== 'vf') continue;
    if (draft.ifclass !== 'pci-sriov') {
      refuse(400, `${upper.ifname} is made of its VFs: the class stays pci-sriov`);
    }
    consumed += Number(upper.sriov_numvfs ?? 0);
    if ((draft.sriov_numvfs ?? 0) <= consumed) {
      refuse(400, `${draft.sriov_numvfs} VFs are not enough for ${draft.used_by.join(', ')}`);
    }
  }
}

export function checkVf(site: Site): void {
  const { draft } = site;
  if (draft.iftype !== 'vf') return;
  // Own words, here and where the types are judged.
  if (draft.ifclass !== 'pci-sriov') refuse(400, 'A VF interface is of class pci-sriov');
  if (draft.uses.length > 1) refuse(400, 'A VF interface is over one interface');
  const lower = lowerOf(site);
  if (lower.iftype !== 'vf' && lower.iftype !== 'ethernet') {
    refuse(400, `A VF interface is not over one of type ${lower.iftype}`);
  }
  if (lower.ifclass !== 'pci-sriov') {
    refuse(400, 'VF interfaces must be created over an interface of class pci-sriov');
  }
  const wanted = draft.sriov_numvfs ?? 0;
  if (wanted <= 0) refuse(400, 'The number of VFs is more than 0');
  const beside = rowsOn(site.world, 'iinterfaces', site.host).filter(
    (row) =>
      row.ifname !== draft.ifname &&
      row.uuid !== draft.uuid &&
      Array.isArray(lower.used_by) &&
      lower.used_by.includes(row.ifname ?? null),
  );
  const taken = beside.reduce((sum, row) => sum + Number(row.sriov_numvfs ?? 0), 0);
  const left = Number(lower.sriov_numvfs ?? 0) - 1 - taken;
  if (wanted > left) {
    refuse(
      400,
      `The number of virtual functions (${wanted}) must be less than or equal to the available VFs (${left}) available on the underlying interface (${lower.ifname})`,
    );
  }
}
