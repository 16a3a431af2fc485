/** The drawing as a list: each disk with what is on it, then what stands on no disk. */
import { type ListGroup, listFrom } from '../drawing/list';
import type { StorageLayout } from './layout';

export function storageList({ nodes, links }: Pick<StorageLayout, 'nodes' | 'links'>): ListGroup[] {
  const leadsTo = new Set(links.map(({ to }) => to));
  return listFrom(
    { links },
    nodes.filter(({ key, kind }) => kind === 'disk' || !leadsTo.has(key)).map(({ key }) => key),
  );
}
