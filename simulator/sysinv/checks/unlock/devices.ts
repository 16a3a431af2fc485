/** _semantic_check_devices: FEC accelerators have the virtual functions that they were told to have. */
import type { World } from '../../../kernel/world';
import { refuse } from '../../faults';
import type { Host } from '../../host';
import { rowsOn } from '../../network/rows';

const ACCELERATOR = ['120000', '120001'];
const FEC = ['0d8f', '0d5c', '57c0'];

export function checkAccelerators(world: World, host: Host): void {
  for (const row of rowsOn(world, 'pci_devices', host)) {
    if (!ACCELERATOR.includes(String(row.pclass_id)) || !FEC.includes(String(row.pdevice_id))) continue;
    const there = Number(row.sriov_numvfs ?? 0);
    const expected = /expected_numvfs['"]\s*:\s*['"]?(\d+)/.exec(String(row.extra_info ?? ''))?.[1];
    const later = 'Please wait a few minutes for inventory update and retry host-unlock.';
    if (expected !== undefined && Number(expected) !== there) {
      refuse(400, `Expecting sriov_numvfs=${expected} for FEC device pciaddr=${row.pciaddr}. ${later}`);
    }
    const addresses = String(row.sriov_vfs_pci_address ?? '')
      .split(',')
      .filter((address) => address !== '');
    if (addresses.length === there) continue;
    refuse(
      400,
      `Expecting sriov_vfs_pci_address length=${there} for FEC device pciaddr=${row.pciaddr}. ${later}`,
    );
  }
}
