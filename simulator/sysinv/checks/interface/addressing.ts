/** Where addresses of an interface come from (err-170, err-171). What no recording has is said in own words. */
import type { World } from '../../../kernel/world';
import { refuse } from '../../faults';
import { overlap, parseIp, subnetOf } from '../../network/ip';
import { rowsOn } from '../../network/rows';
import type { Row } from '../../rows';
import type { Draft, Site } from './draft';

export const FAMILIES = [
  { family: 4, name: 'IPv4', mode: 'ipv4_mode', pool: 'ipv4_pool' },
  { family: 6, name: 'IPv6', mode: 'ipv6_mode', pool: 'ipv6_pool' },
] as const;

const MODES: Record<number, readonly string[]> = {
  4: ['disabled', 'static', 'pool'],
  6: ['disabled', 'static', 'pool', 'auto', 'link-local'],
};

/** Leaves the uuid of a pool in the draft where the write names it otherwise. */
export function checkModes({ world, host, draft, existing }: Site): void {
  for (const { family, name, mode } of FAMILIES) {
    const value = draft[mode];
    if (value !== null && !MODES[family]?.includes(value)) {
      refuse(500, `Unsupported ${name} address mode ${value}`);
    }
  }
  const allowed = draft.ifclass === 'data' || draft.ifclass === 'platform';
  if (!allowed && FAMILIES.some(({ mode }) => draft[mode] !== null && draft[mode] !== 'disabled')) {
    refuse(404, 'Only data and platform interfaces have address modes');
  }
  const pools = FAMILIES.flatMap((family) => poolFor(world, draft, family) ?? []);
  for (const { family, name, mode } of FAMILIES) {
    const before = existing?.[mode] ?? null;
    const after = draft[mode];
    if (before !== 'static' || after === before || after === null || after === 'disabled') continue;
    const kept = rowsOn(world, 'addresses', host).some(
      (row) => row.interface_uuid === draft.uuid && parseIp(String(row.address))?.family === family,
    );
    if (kept) refuse(409, `Static ${name} addresses are on the interface still`);
  }
  for (const pool of pools) checkAlone(world, pool);
}

function poolFor(world: World, draft: Draft, { family, name, mode, pool }: (typeof FAMILIES)[number]) {
  const ref = draft[pool];
  if (draft[mode] !== 'pool') {
    if (ref) refuse(409, `An ${name} address pool goes with address mode pool`);
    return undefined;
  }
  if (!ref) refuse(409, `${name} address pool name not specified`);
  const row = world.sysinv.cloud('addrpools').find((one) => one.uuid === ref || one.name === ref);
  if (!row) return refuse(404, `Address pool ${ref} not found`);
  if (row.family !== family) refuse(409, `Address pool ${row.name} is not ${name}`);
  draft[pool] = row.uuid;
  return row;
}

/** The pool shares no address with one that is in use. */
function checkAlone(world: World, pool: Row): void {
  const other = overlapping(world, pool)[0];
  if (other) refuse(409, `Address pool ${pool.name} overlaps with ${other.name}, which is in use`);
}

/** Pools that networks use and that have addresses in common with this one. */
export function overlapping(world: World, pool: Row, besides: readonly string[] = []): Row[] {
  const subnet = poolSubnet(pool);
  const used = world.sysinv
    .cloud('network_addresspools')
    .filter((row) => !besides.includes(String(row.network_uuid)))
    .map((row) => row.address_pool_uuid);
  return world.sysinv.cloud('addrpools').filter((other) => {
    const theirs = poolSubnet(other);
    if (other.uuid === pool.uuid || !used.includes(other.uuid)) return false;
    return subnet !== undefined && theirs !== undefined && overlap(subnet, theirs);
  });
}

export function poolSubnet(pool: Row) {
  const ip = parseIp(String(pool.network));
  return ip && subnetOf(ip, Number(pool.prefix));
}
