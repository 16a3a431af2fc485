/** PCI devices, Kubernetes labels and the kernel of one host. */
import type { Json } from '../../kernel/json';
import { type Row, rowUuid, stamp } from '../rows';
import { beginHostUuid, hasWorker, isInventoried, type Seeder } from './context';

type Device = {
  pci: string;
  classId: string;
  class: string;
  vendorId: string;
  vendor: string;
  deviceId: string;
  device: string;
  driver: string;
  node: number;
  vfs?: number;
  fpga?: boolean;
};

const INTEL = { vendorId: '8086', vendor: 'Intel Corporation' };
const SATA: Device = {
  ...INTEL,
  pci: '0000:00:1f.2',
  classId: '010601',
  class: 'SATA controller',
  deviceId: 'a182',
  device: 'C620 Series Chipset Family SATA Controller',
  driver: 'ahci',
  node: 0,
};
const FPGA: Device = {
  ...INTEL,
  pci: '0000:b2:00.0',
  classId: '120000',
  class: 'Processing accelerators',
  deviceId: '0b30',
  device: 'FPGA N3000',
  driver: 'intel-fpga-pci',
  node: 1,
  fpga: true,
};
const ACC100: Device = {
  ...INTEL,
  pci: '0000:b4:00.0',
  classId: '120000',
  class: 'Processing accelerators',
  deviceId: '0d5c',
  device: 'ACC100',
  driver: 'vfio-pci',
  node: 1,
  vfs: 16,
};
const GPU: Device = {
  pci: '0000:65:00.0',
  classId: '030200',
  class: '3D controller',
  vendorId: '10de',
  vendor: 'NVIDIA Corporation',
  deviceId: '1eb8',
  device: 'TU104GL [Tesla T4]',
  driver: 'nvidia',
  node: 0,
};

const FPGA_SAYS: { [key: string]: Json } = {
  bmc_build_version: 'D.2.0.19',
  bmc_fw_version: 'D.2.0.21',
  retimer_a_version: '101c.1064',
  retimer_b_version: '101c.1064',
  root_key: null,
  revoked_key_ids: null,
  boot_page: 'user',
  bitstream_id: '0x2383a62a010504',
};

export const pciDevices: Seeder = (host, context) => {
  if (!isInventoried(host)) return [];
  const devices = hasWorker(host) ? [SATA, ACC100, FPGA, ...(host.row.id % 4 === 0 ? [GPU] : [])] : [SATA];
  return devices.map((device, n): Row => {
    const vfs = device.vfs ?? 0;
    const vfPci = (vf: number) => `0000:b5:0${Math.floor(vf / 8)}.${vf % 8}`;
    // The keys are there for every accelerator, and say something for an FPGA.
    const fpga: { [key: string]: Json } =
      device.classId === '120000'
        ? Object.fromEntries(Object.entries(FPGA_SAYS).map(([key, said]) => [key, device.fpga ? said : null]))
        : {};
    return {
      ...beginHostUuid('pci_devices', host, n, context),
      updated_at: null,
      name: `pci_${device.pci.replace(/[:.]/g, '_')}`,
      pciaddr: device.pci,
      pclass_id: device.classId,
      pvendor_id: device.vendorId,
      pdevice_id: device.deviceId,
      pclass: device.class,
      pvendor: device.vendor,
      pdevice: device.device,
      psvendor: '',
      psdevice: '',
      numa_node: device.node,
      sriov_totalvfs: vfs,
      sriov_numvfs: vfs,
      sriov_vfs_pci_address: Array.from({ length: vfs }, (_, vf) => vfPci(vf)).join(','),
      sriov_vf_driver: vfs > 0 ? 'igb_uio' : null,
      sriov_vf_pdevice_id: vfs > 0 ? '0d5d' : null,
      driver: device.driver,
      extra_info: vfs > 0 ? `{"expected_numvfs": ${vfs}}` : null,
      enabled: device !== SATA,
      ...fpga,
    };
  });
};

/** Kubernetes labels: workers are split between real-time and general loads. */
export const labels: Seeder = (host) => {
  if (!host.row.hostname || !hasWorker(host)) return [];
  const list: [string, string][] = [
    ['sriovdp', 'enabled'],
    ['kube-cpu-mgr-policy', 'static'],
    ['kube-topology-mgr-policy', host.row.id % 2 === 0 ? 'restricted' : 'best-effort'],
  ];
  if (host.row.clock_synchronization === 'ptp') list.push(['ptp-registration', 'true']);
  return list.map(([key, value], n) => ({
    uuid: rowUuid('labels', host.row.id, n),
    label_key: key,
    label_value: value,
    host_uuid: host.row.uuid,
  }));
};

/** What `/v1/ihosts/<id>/kernel` says: low-latency hosts run the real-time kernel. */
export const provisionedKernel = ({ row }: Parameters<Seeder>[0]): 'standard' | 'lowlatency' =>
  (row.subfunctions ?? '').split(',').includes('lowlatency') ? 'lowlatency' : 'standard';

export function kernelOf(host: Parameters<Seeder>[0]): Row {
  const kernel = provisionedKernel(host);
  return {
    uuid: host.row.uuid,
    ihost_uuid: host.row.uuid,
    hostname: host.row.hostname,
    kernel_provisioned: kernel,
    kernel_running: host.kernelRunning ?? kernel,
  };
}

/** Kubernetes' versions on one host. Storage hosts run no Kubernetes and have no row. */
export const kubeHostUpgrades: Seeder = (host, context) =>
  host.row.personality === 'controller' || host.row.personality === 'worker'
    ? [
        {
          id: host.row.id,
          uuid: rowUuid('kube_host_upgrades', host.row.id, 0),
          target_version: null,
          status: null,
          control_plane_version: host.row.personality === 'controller' ? context.kubernetes : 'N/A',
          kubelet_version: context.kubernetes,
          host_id: host.row.id,
          created_at: stamp(context.deployedAt),
          updated_at: null,
        },
      ]
    : [];
