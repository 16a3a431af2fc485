'use client';
/** The facts behind a preflight, each read by itself: what has come is there, what has not is pending. */
import { useQueries } from '@tanstack/react-query';
import type { Host } from '@/lib/domain/host';
import type { HostAction } from '@/lib/domain/host-actions';
import { type FactName, factsFor, type HostFacts } from '@/lib/domain/host-facts';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { CloudFactName, FactAnswer, HostFactName } from '@/lib/server/host-facts';
import type { Seen } from './seen';
import { useRefresh, useView, viewOptions } from './view';

type ReadFacts = { [Name in FactName]?: Result<HostFacts[Name]> };

export type FactReadings = {
  facts: ReadFacts;
  /** Facts that no answer has come for yet. */
  pending: number;
  /** Epoch milliseconds of the oldest of them; null while there is none. */
  asOf: number | null;
  /** Reads them, the hosts and the system again. */
  readAgain: () => Promise<void>;
};

/** Which facts belong to the cloud; the others to one host. The record makes the compiler count them. */
const OF_CLOUD: Record<CloudFactName, true> = {
  apps: true,
  dataNetworks: true,
  networkTypes: true,
  storageBackends: true,
  controllerFs: true,
  monitors: true,
  deploy: true,
  dataNetworkTypes: true,
  tiers: true,
  oamUnits: true,
  ptpTransport: true,
};
const isCloudFact = (name: FactName): name is CloudFactName => Object.hasOwn(OF_CLOUD, name);
const isHostFact = (name: FactName): name is HostFactName => name !== 'alarms' && !isCloudFact(name);

/** A reading from before the sheet was opened counts for this long: so it is the same when sheets follow each other. */
const STILL_GOOD_MS = 30_000;

/**
 * The facts that count for an action on a host.
 * @param openedAt server time at which the person began to look; what is much older is not shown to them
 */
export function useHostFacts(action: HostAction, host: Host, openedAt: number): FactReadings {
  const names = factsFor(action, host);
  const ofCloud = useQueries({
    queries: names.filter(isCloudFact).map((fact) => viewOptions('cloudFact', { fact })),
  });
  const ofHost = useQueries({
    queries: names.filter(isHostFact).map((fact) => viewOptions('hostFact', { host: host.id, fact })),
  });
  const alarms = useView('alarms', {});
  const refresh = useRefresh();

  const facts: ReadFacts = {};
  const dates: number[] = [];
  let pending = 0;
  const take = <T>(seen: Seen<T> | undefined, put: (data: T) => void, name: FactName) => {
    if (seen?.error) putFact(facts, name, fail(seen.error));
    else if (seen?.data !== undefined && seen.asOf !== undefined && seen.asOf >= openedAt - STILL_GOOD_MS) {
      put(seen.data);
      dates.push(seen.asOf);
    } else pending += 1;
  };
  const answered = (answer: FactAnswer) => putFact(facts, answer.name, ok(answer.value));
  names.filter(isCloudFact).forEach((name, index) => {
    take(ofCloud[index]?.data, answered, name);
  });
  names.filter(isHostFact).forEach((name, index) => {
    take(ofHost[index]?.data, answered, name);
  });
  if (names.includes('alarms')) take(alarms, (data) => putFact(facts, 'alarms', ok(data.alarms)), 'alarms');

  return {
    facts,
    pending,
    asOf: dates.length > 0 ? Math.min(...dates) : null,
    readAgain: () => refresh(['hosts', 'system', 'alarms', 'cloudFact', 'hostFact']),
  };
}

function putFact<N extends FactName>(into: ReadFacts, name: N, fact: Result<HostFacts[N]>): void {
  // The signature ties the fact to its name; an indexed write of a union is more than TypeScript follows.
  Object.assign(into, { [name]: fact });
}
