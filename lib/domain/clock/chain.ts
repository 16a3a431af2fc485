/**
 * The way of the time through one host: receiver or grandmaster, ts2phc or DPLL, ptp4l, phc2sys, system clock. Links
 * come from the configuration; what is said of them comes from claims. A claim about a link that is not configured
 * makes one: the alarm stands, whatever the configuration says.
 */
import type { Unknown } from '../host';
import type { Claim } from './claim';
import type { ClockRole } from './clock-role';
import { byAttention, type ClockState, worstState } from './clock-state';
import { CHAIN_KINDS, type ChainKind, type ChainLink } from './host-clock';
import { type HostPtp, instancesOf, membersOf, receivers } from './host-ptp';
import type { PtpInstance } from './ptp-config';

type Place = Pick<ChainLink, 'kind' | 'instance' | 'instanceId' | 'interface'>;

const SERVICES: readonly [service: string, kind: ChainKind][] = [
  ['ts2phc', 'ts2phc'],
  ['dpll-mgr', 'dpll'],
  ['ptp4l', 'ptp4l'],
  ['phc2sys', 'phc2sys'],
];

/** Links that the configuration makes, in the order of the time. */
function configured(ptp: HostPtp, role: Unknown<ClockRole>): Place[] {
  const bare = { instance: null, instanceId: null, interface: null };
  const places: Place[] = [];
  const [device] = receivers(ptp);
  if (device !== undefined) places.push({ ...bare, kind: 'gnss', interface: device });
  if (instancesOf(ptp, 'ptp4l').length > 0 && role?.name !== 'T-GM') {
    places.push({ ...bare, kind: 'grandmaster' });
  }
  for (const [service, kind] of SERVICES) {
    for (const instance of instancesOf(ptp, service)) {
      places.push({
        kind,
        instance: instance.name,
        instanceId: instance.id,
        interface: portOf(ptp, instance),
      });
    }
  }
  places.push({ ...bare, kind: 'system-clock' });
  return places;
}

/** The port by which an instance takes its time, as Linux calls it; one that only serves when there is no other. */
function portOf(ptp: HostPtp, instance: PtpInstance): Unknown<string> {
  const members = membersOf(ptp, instance.service ?? '').filter((member) => member.instance === instance);
  const taking = members.find(({ direction }) => direction !== 'server') ?? members[0];
  return taking?.ports[0]?.port ?? null;
}

const fits = (place: Place, claim: Claim): boolean =>
  place.kind === claim.kind &&
  (claim.instance === null ||
    place.instance === null ||
    place.instance === claim.instance ||
    // Alarms name the receiver's monitor; the link is the receiver.
    place.kind === 'gnss');

/** Time does not come through. */
export const isBroken = (state: ClockState): boolean => state === 'freerun' || state === 'holdover';
const isImpaired = (state: ClockState): boolean => state === 'degraded' || state === 'out-of-tolerance';

/** @param quiet what a link is of which nobody says anything */
export function chainOf(
  ptp: HostPtp,
  role: Unknown<ClockRole>,
  claims: readonly Claim[],
  quiet: ClockState,
): ChainLink[] {
  const places = configured(ptp, role);
  for (const claim of claims) {
    if (claim.kind === null || claim.frequencyOnly || places.some((place) => fits(place, claim))) continue;
    places.push({ kind: claim.kind, instance: claim.instance, instanceId: null, interface: claim.interface });
  }
  const ordered = places
    .map((place, index) => ({ place, index }))
    .sort((a, b) => orderOf(a.place) - orderOf(b.place) || a.index - b.index);
  const links = ordered.map(({ place }): ChainLink => {
    const said = claims.filter((claim) => !claim.frequencyOnly && fits(place, claim));
    const decides = [...said].sort((a, b) => byAttention(a.state, b.state))[0];
    return {
      ...place,
      interface: place.interface ?? decides?.interface ?? null,
      state: decides?.state ?? quiet,
      since: sinceOf(said, decides?.state),
      what: decides?.what ?? null,
      firstBroken: false,
    };
  });
  const first = links.find(({ state }) => isBroken(state)) ?? links.find(({ state }) => isImpaired(state));
  return links.map((link) => (link === first ? { ...link, firstBroken: true } : link));
}

const orderOf = ({ kind }: Place): number => CHAIN_KINDS.indexOf(kind);

/** Since when a state has been said: the earliest of those who say it. */
export function sinceOf(claims: readonly Claim[], state: ClockState | undefined): Unknown<number> {
  const times = claims.flatMap((claim) => (claim.state === state && claim.at !== null ? [claim.at] : []));
  return times.length > 0 ? Math.min(...times) : null;
}

/**
 * The system clock: what is said of it and of phc2sys, the worse of the two. Where nobody says anything it follows what
 * is broken above it, since it is disciplined by that.
 */
export function systemClockOf(
  chain: readonly ChainLink[],
  quiet: ClockState,
): Pick<ChainLink, 'state' | 'since'> {
  const own = chain.filter(
    ({ kind, what }) => what !== null && (kind === 'system-clock' || kind === 'phc2sys'),
  );
  const above = chain.filter(
    ({ kind, state }) => kind !== 'system-clock' && kind !== 'phc2sys' && isBroken(state),
  );
  const from = own.length > 0 ? own : above;
  const state = worstState(from.map((link) => link.state)) ?? quiet;
  const since = from.find((link) => link.state === state)?.since ?? null;
  return { state, since };
}
