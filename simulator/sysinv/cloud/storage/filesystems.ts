/** Filesystems of the controllers, kept in step between the two. */
import type { Row } from '../../rows';
import type { SeedContext } from '../../seed/context';
import { cloudRow, ofSystem } from '../context';

const SIZES: [string, number, string][] = [
  ['platform', 10, 'platform-lv'],
  ['database', 10, 'pgsql-lv'],
  ['extension', 1, 'extension-lv'],
  ['etcd', 5, 'etcd-lv'],
  ['docker-distribution', 16, 'dockerdistribution-lv'],
];

export const AVAILABLE = fsState('available');

/** A Python dict as text: the platform's own way to write it. */
export function fsState(status: string): string {
  return `{'status': '${status}'}`;
}

export function statusIn(state: unknown): string {
  return /'status': '([^']*)'/.exec(String(state))?.[1] ?? '';
}

/** With Rook on two controllers a third monitor floats between them, on a filesystem of its own. */
export function controllerFs(context: SeedContext): Row[] {
  const floats = context.storage.kind === 'rook' && context.monitors.length === 2;
  const sizes: [string, number, string][] = floats ? [...SIZES, ['ceph-float', 20, 'ceph-float-lv']] : SIZES;
  return sizes.map(
    ([name, size, volume], n): Row => ({
      ...cloudRow('controller_fs', n, context),
      ...ofSystem(context),
      name,
      size,
      logical_volume: volume,
      replicated: true,
      state: AVAILABLE,
      capabilities: name === 'ceph-float' ? { functions: ['monitor'] } : {},
      action: null,
    }),
  );
}
