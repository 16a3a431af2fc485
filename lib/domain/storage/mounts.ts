/**
 * Which filesystem is mounted where: alarm 100.104 names the mount directory, sysinv the filesystem
 * (puppet-manifests modules/platform/manifests/filesystem.pp, `$mountpoint`; drbd.pp for those of the controllers).
 * On Debian some lie below /var/rootdirs.
 */
const MOUNTS: Readonly<Record<string, string>> = {
  '/': 'root',
  '/var': 'var',
  '/var/log': 'log',
  '/scratch': 'scratch',
  '/opt/backups': 'backup',
  '/opt/conversion': 'image-conversion',
  '/var/lib/docker': 'docker',
  '/var/lib/kubelet': 'kubelet',
  '/var/lib/nova/instances': 'instances',
  '/var/lib/ceph/data': 'ceph',
  '/var/luks/stx': 'luks',
  '/var/luks/stx/luks_fs': 'luks',
};

/** Of the controllers: on the active one alone, or copied to the other. */
const CONTROLLER_MOUNTS: Readonly<Record<string, string>> = {
  '/opt/platform': 'platform',
  '/opt/extension': 'extension',
  '/opt/etcd': 'etcd',
  '/opt/dc-vault': 'dc-vault',
  '/var/lib/postgresql': 'database',
  '/var/lib/docker-distribution': 'docker-distribution',
};

const plain = (mount: string): string => mount.replace(/^\/var\/rootdirs(?=\/)/, '');

/** @returns the name of the host filesystem; null: none that is known to be there */
export const filesystemAt = (mount: string): string | null => MOUNTS[plain(mount)] ?? null;

/** @returns the name of the controller filesystem; null: none that is known to be there */
export const controllerFilesystemAt = (mount: string): string | null =>
  CONTROLLER_MOUNTS[plain(mount)] ?? null;

/** Where a filesystem is mounted, without /var/rootdirs; none where that is not known. */
export const mountsOf = (name: string): string[] =>
  Object.entries(MOUNTS).flatMap(([mount, filesystem]) => (filesystem === name ? mount : []));
