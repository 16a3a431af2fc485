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

/** @returns the name of the host filesystem; null: none that is known to be there */
export const filesystemAt = (mount: string): string | null =>
  MOUNTS[mount.replace(/^\/var\/rootdirs(?=\/)/, '')] ?? null;

/** Where a filesystem is mounted, without /var/rootdirs; none where that is not known. */
export const mountsOf = (name: string): string[] =>
  Object.entries(MOUNTS).flatMap(([mount, filesystem]) => (filesystem === name ? mount : []));
