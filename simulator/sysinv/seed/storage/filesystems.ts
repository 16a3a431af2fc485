/** Filesystems of a host. */
import { begin, between, isInventoried, type Seeder } from '../context';
import { slotsOf } from './layout';

/** The logical volume of each filesystem that a host can have. */
export const HOST_VOLUMES: Record<string, string> = {
  backup: 'backup-lv',
  docker: 'docker-lv',
  kubelet: 'kubelet-lv',
  scratch: 'scratch-lv',
  log: 'log-lv',
  var: 'var-lv',
  root: 'root-lv',
  'image-conversion': 'conversion-lv',
  instances: 'instances-lv',
  ceph: 'ceph-lv',
};

export const hostFs: Seeder = (host, context) => {
  if (!isInventoried(host)) return [];
  const sizes: [string, number][] = [
    ['docker', 30 + between(`${host.row.uuid}/docker`, 0, 3) * 10],
    ['kubelet', 10],
    ['scratch', 16],
    ['log', 8],
    ['var', 20],
    ['root', 20],
  ];
  if (host.row.personality === 'controller') sizes.unshift(['backup', 25]);
  const functions = cephFunctions();
  if (functions.length > 0) sizes.push(['ceph', 20]);
  return sizes.map(([name, size], n) => ({
    ...begin('host_fs', host, n, context),
    name,
    size,
    logical_volume: HOST_VOLUMES[name] ?? null,
    state: name === 'ceph' ? 'In-Use' : 'Ready',
    capabilities: { functions: name === 'ceph' ? functions : [] },
  }));

  /** Where Rook runs, the host says by a filesystem what it does for the cluster. */
  function cephFunctions(): string[] {
    if (context.storage.kind !== 'rook') return [];
    const monitor = context.monitors.includes(host.row.hostname ?? '') ? ['monitor'] : [];
    const osd = slotsOf(host, context).some(({ use }) => use === 'osd') ? ['osd'] : [];
    return [...monitor, ...osd];
  }
};
