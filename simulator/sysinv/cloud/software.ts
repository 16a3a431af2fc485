/** Certificates, registry images, device images and labels of the cloud. */
import { rowUuid, stamp } from '../rows';
import { type CloudSeeder, cloudRow } from './context';

const CERTIFICATES: [string, string][] = [
  ['ssl', 'CN=cloud.example.com'],
  ['docker_registry', 'CN=registry.local'],
  ['openldap', 'CN=ldap.example.com'],
  ['ssl_ca', 'CN=lab-ca'],
];

export const certificates: CloudSeeder = (context) =>
  CERTIFICATES.map(([type, subject], n) => ({
    ...cloudRow('certificate', n, context),
    certtype: type,
    issuer: type === 'ssl_ca' ? 'CN=lab-ca' : 'CN=stx-ca',
    signature: `${type}_12345678901234567${n}`,
    start_date: stamp(context.deployedAt),
    expiry_date: stamp(context.deployedAt + (n + 1) * 180 * 86_400_000),
    details: null,
    subject,
    hash_subject: `abcd123${n}`,
  }));

export const deviceImages: CloudSeeder = (context) =>
  (['functional', 'root-key', 'key-revocation'] as const).map((type, n) => ({
    ...cloudRow('device_images', n, context),
    bitstream_type: type,
    pci_vendor: '8086',
    pci_device: '0b30',
    bitstream_id: type === 'functional' ? '0x2383a62a010504' : null,
    key_signature: type === 'root-key' ? 'a'.repeat(32) : null,
    revoke_key_id: type === 'key-revocation' ? 5 : null,
    name: `n3000-${type}`,
    description: type === 'functional' ? '5GNR FEC' : null,
    image_version: type === 'functional' ? '1.0.2' : null,
    bmc: type === 'functional' ? false : null,
    retimer_included: type === 'functional' ? false : null,
    applied: type === 'functional',
    applied_labels: type === 'functional' ? [{}] : null,
  }));

/** The first worker's FPGA carries the functional image. */
export function deviceRows(context: Parameters<CloudSeeder>[0], hostId: number) {
  const device = {
    host_uuid: rowUuid('ihosts', hostId, 0),
    pcidevice_uuid: rowUuid('pci_devices', hostId, 2),
  };
  return {
    labels: [
      {
        ...cloudRow('device_labels', 0, context),
        id: 1,
        ...device,
        label_key: 'fpga-type',
        label_value: 'n3000',
      },
    ],
    states: [
      {
        ...cloudRow('device_image_state', 0, context),
        id: 1,
        ...device,
        pcidevice_id: hostId * 10 + 2,
        image_id: 1,
        image_uuid: rowUuid('device_images', 0, 0),
        status: 'completed',
        update_start_time: null,
      },
    ],
  };
}
