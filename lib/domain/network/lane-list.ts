/** The lanes as a list: each port with who is at the other end and what stands on it, for screens too narrow for a drawing. */
import { type ListGroup, listFrom } from '../drawing/list';
import type { Lanes } from './lanes';

/** One group a port, in the order of the drawing; then one for each interface that stands on no port. */
export function laneList({ nodes, links }: Pick<Lanes, 'nodes' | 'links'>): ListGroup[] {
  const leadsTo = new Set(links.map(({ to }) => to));
  const ports = nodes.filter(({ kind }) => kind === 'port');
  const without = nodes.filter(({ key, column }) => column === 2 && !leadsTo.has(key));
  const heard = (port: string) => links.flatMap(({ from, to }) => (to === port ? from : []));
  return listFrom(
    { links },
    [...ports, ...without].map(({ key }) => key),
    heard,
  );
}
