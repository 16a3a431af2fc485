/** What sysinv refuses of devices and their images, in its words (pci_device.py, device_label.py, device_image.py, host.py). */
import { refuse } from '../../faults';
import type { Host } from '../../host';
import type { Row } from '../../rows';
import { hasWorker } from '../../seed/context';

/** constants.PCI_ALIAS_SRIOV_ENABLED_QAT_DEVICE_IDS */
const QAT = ['4940', '4942', '4946'];

export function checkDeviceHost(host: Host): void {
  if (host.row.administrative !== 'locked') refuse(400, 'Host must be locked.');
  if (!hasWorker(host)) refuse(400, 'Can only modify worker node cores.');
}

/** _check_device_sriov: nothing of such a device is changed. */
export function checkQat(row: Row): void {
  if (!QAT.includes(String(row.pdevice_id))) return;
  const enabled = row.enabled === true ? 'True' : 'False';
  refuse(
    400,
    `QAT device is already initialized, further modification not allowed. Details:- devicename: ${row.name}, enabled status: ${enabled}, driver: ${row.driver}, VF driver: vfio, sriov numvfs: ${row.sriov_numvfs}`,
  );
}

/** Labels of a device are not taken away while the images of its host are written. */
export function checkNotUpdating(host: Host): void {
  if (host.row.device_image_update === 'in-progress') {
    refuse(400, `Command rejected: Device image update is in progress for host ${host.row.hostname}`);
  }
}

export function checkStartUpdate(host: Host): void {
  const { row } = host;
  if (row.device_image_update === 'in-progress') {
    refuse(400, `The host ${row.hostname} is already in the process of updating the device images.`);
  }
  if (row.administrative !== 'unlocked' || row.operational !== 'enabled') {
    refuse(400, `The host ${row.hostname} must be unlocked and enabled to update the device images.`);
  }
}

export function checkAbortUpdate({ row }: Host): void {
  if (row.device_image_update !== 'in-progress') {
    refuse(
      400,
      `Abort rejected. The host ${row.hostname} is not in the process of updating the device images.`,
    );
  }
}
