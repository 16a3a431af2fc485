/** Ceph's OSDs and journals by the host that they are on. */
import { type Host, hostName, type Unknown } from '../../host';
import type { OsdPlace } from '../cloud-storage';
import { isJournal, isOsd } from '../storage-function';
import { CONFIG_PHASES, type ConfigPhase, configPhase } from './config-state';

export type OsdHost = {
  hostId: Unknown<string>;
  hostname: Unknown<string>;
  host: Host | null;
  osds: readonly OsdPlace[];
  journals: number;
  /** How many OSDs are in each state, in the platform's words, worst first. */
  states: readonly { state: Unknown<string>; phase: ConfigPhase; count: number }[];
  /** The worst of them. */
  phase: ConfigPhase;
};

const NATURAL = new Intl.Collator('en', { numeric: true });
const rank = (phase: ConfigPhase): number => CONFIG_PHASES.indexOf(phase);

/** Worst first, then by name. Anything that is neither an OSD nor a journal counts as an OSD: it must not be lost. */
export function osdHosts(places: readonly OsdPlace[], hosts: readonly Host[]): OsdHost[] {
  const byHost = new Map<string | null, OsdPlace[]>();
  for (const place of places) {
    const list = byHost.get(place.hostId);
    if (list) list.push(place);
    else byHost.set(place.hostId, [place]);
  }
  return [...byHost]
    .map(([hostId, list]): OsdHost => {
      const host = hosts.find(({ id }) => id === hostId) ?? null;
      const osds = list.filter((one) => isOsd(one) || !isJournal(one));
      const counts = new Map<string | null, number>();
      for (const { state } of osds) counts.set(state, (counts.get(state) ?? 0) + 1);
      const states = [...counts]
        .map(([state, count]) => ({ state, count, phase: configPhase(state) }))
        .sort((a, b) => rank(a.phase) - rank(b.phase));
      return {
        ...{ hostId, host, osds, states, hostname: host ? hostName(host) : null },
        journals: list.filter(isJournal).length,
        phase: states[0]?.phase ?? 'set',
      };
    })
    .sort((a, b) => rank(a.phase) - rank(b.phase) || NATURAL.compare(a.hostname ?? '~', b.hostname ?? '~'));
}

/** "5 of 6 OSDs are configured"; null where there is none. */
export function osdSentence(places: readonly OsdPlace[]): string | null {
  const osds = places.filter((one) => isOsd(one) || !isJournal(one));
  if (osds.length === 0) return null;
  const set = osds.filter(({ state }) => configPhase(state) === 'set').length;
  const whole = osds.length === 1 ? '1 OSD is' : `${osds.length} OSDs are`;
  return set === osds.length ? `${whole} configured` : `${set} of ${whole} configured`;
}

export type OsdRow = {
  osd: OsdPlace;
  hostname: Unknown<string>;
  peerGroup: Unknown<string>;
  phase: ConfigPhase;
  /** Higher is to be looked at first. */
  urgency: number;
};

/** One row each, worst first, then by host and number. */
export function osdRows(places: readonly OsdPlace[], hosts: readonly Host[]): OsdRow[] {
  const byId = new Map(hosts.map((host) => [host.id, host]));
  return places
    .map((osd) => {
      const host = osd.hostId === null ? undefined : byId.get(osd.hostId);
      const phase = configPhase(osd.state);
      return {
        ...{ osd, phase, hostname: host ? hostName(host) : null, peerGroup: host?.peerGroup ?? null },
        urgency: -rank(phase),
      };
    })
    .sort(
      (a, b) =>
        rank(a.phase) - rank(b.phase) ||
        NATURAL.compare(a.hostname ?? '~', b.hostname ?? '~') ||
        (a.osd.osdNumber ?? 1e9) - (b.osd.osdNumber ?? 1e9),
    );
}
