/**
 * Where the parts of the drawing are: across in thousandths of its width, down in pixels. Switches are on the left, hosts in
 * the middle; a data network is a rail that comes down from its name, with a knot at each box of hosts that is on it.
 */
import type { TopologyNode } from '@/lib/domain/network/topology';

/** From row to row, and of a box. */
export const PITCH = 52;
export const BOX = 44;
/** Names of data networks stand above one another, so that each rail comes down free of the others. */
const NAME = 34;
export const NAME_BOX = 28;

const SWITCHES = [0, 210] as const;
const HOSTS = [330, 640] as const;
const RAILS = [690, 870] as const;

/** Height of the names above the rows. */
export const headOf = (networks: number): number => networks * NAME + (networks > 0 ? 8 : 0);
export const heightOf = (rows: number, networks: number): number =>
  headOf(networks) + Math.max(1, rows) * PITCH - (PITCH - BOX);

/** Where the rail of one of so many data networks is. */
export const railX = (place: number, networks: number): number =>
  RAILS[0] + place * Math.min(40, (RAILS[1] - RAILS[0]) / Math.max(1, networks - 1));

export type Area = { left: number; right: number; top: number; height: number };

/** Where a box is. @param networks how many rails there are */
export function areaOf({ kind, row }: Pick<TopologyNode, 'kind' | 'row'>, networks: number): Area {
  if (kind === 'network')
    return { left: railX(row, networks) - 8, right: 1000, top: row * NAME, height: NAME_BOX };
  const [left, right] = kind === 'switch' ? SWITCHES : HOSTS;
  return { left, right, top: headOf(networks) + row * PITCH, height: BOX };
}

const middle = ({ top, height }: Area): number => top + height / 2;

/** From a switch to hosts, as an S. */
export function cablePath(hosts: Area, device: Area): string {
  const [x, y, to, next] = [device.right, middle(device), hosts.left, middle(hosts)];
  const half = (x + to) / 2;
  return y === next ? `M${x} ${y}H${to}` : `M${x} ${y}C${half} ${y} ${half} ${next} ${to} ${next}`;
}

/** The two ends of a long cable. */
export const endsPath = (hosts: Area, device: Area): string =>
  `M${device.right} ${middle(device)}h14M${hosts.left - 14} ${middle(hosts)}h14`;

/** A cable between hosts, as a bow beside them. */
export function bowPath(one: Area, other: Area): string {
  const [y, next] = [middle(one), middle(other)];
  return `M${one.right} ${y}C${one.right + 36} ${y} ${one.right + 36} ${next} ${other.right} ${next}`;
}

/** From hosts to the rail of a data network, and the knot on it: a line without length has a round end all the same. */
export const branchPath = (hosts: Area, x: number): string => `M${hosts.right} ${middle(hosts)}H${x}`;
export const knotPath = (hosts: Area, x: number): string => `M${x} ${middle(hosts)}h.01`;
/** A rail, from its name down to the last box that is on it. */
export const railPath = (x: number, name: Area, last: Area): string =>
  `M${x} ${name.top + name.height}V${middle(last)}`;
