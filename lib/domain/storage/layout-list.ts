/** The drawing as a list: each disk with what is on it, then what stands on no disk. */
import { type ListGroup, listFrom } from '../drawing/list';
import type { StorageLayout } from './layout';

export function storageList({ nodes, links }: Pick<StorageLayout, 'nodes' | 'links'>): ListGroup[] {
  const leadsTo = new Set(links.map(({ to }) => to));
  return listFrom(
    // An OSD is told with its own disk, not with that of its journal, which names it.
    { links: links.filter(({ kind }) => kind === 'on') },
    nodes.filter(({ key, kind }) => kind === 'disk' || !leadsTo.has(key)).map(({ key }) => key),
  );
}
