/**
 * What somebody who waits for a host wants to be called for: it asks for a person, or it is in service. Read off the row
 * alone, as a hidden tab reads nothing else.
 */
import { type Host, hostName } from '../host';
import { placeOf, type Stage } from './stage';

export type HostCall = {
  /** The same place calls once. */
  key: string;
  /** It is over: nobody waits for this host any more. */
  last: boolean;
  well: boolean;
  title: string;
  body: string;
};

const FAILED: Partial<Record<Stage, string>> = {
  ...{ power: 'powered on', installing: 'installed', booting: 'installed' },
};

/** @returns null while the host goes on by itself */
export function callOf(host: Host): HostCall | null {
  const { stage, standing } = placeOf(host);
  const name = hostName(host);
  if (standing === 'failed') {
    const title = `${name} was not ${FAILED[stage] ?? 'enabled'}`;
    return {
      key: `failed ${stage}`,
      last: false,
      well: false,
      title,
      body: 'What went wrong, and what to do',
    };
  }
  if (stage === 'available')
    return { key: stage, last: true, well: true, title: `${name} is in service`, body: 'Unlocked, enabled' };
  if (stage === 'configured')
    return {
      ...{ key: stage, last: false, well: true },
      title: `${name} is installed`,
      body: 'What it still needs before its unlock',
    };
  return null;
}

/** Hosts that are waited for, by uuid, with the key of the place that called last. */
export type Awaited = ReadonlyMap<string, string | null>;

/** From now on: where it is already is no news. One that is in service is not waited for. */
export function awaitHost(awaited: Awaited, host: Host): Awaited {
  const call = callOf(host);
  return call?.last ? awaited : new Map(awaited).set(host.id, call?.key ?? null);
}

/** Lays a reading of all hosts beside those waited for. One that is gone from the list is not waited for either. */
export function hear(
  awaited: Awaited,
  hosts: readonly Host[],
): { awaited: Awaited; calls: readonly { host: Host; call: HostCall }[] } {
  const next = new Map<string, string | null>();
  const calls: { host: Host; call: HostCall }[] = [];
  for (const [id, before] of awaited) {
    const host = hosts.find((one) => one.id === id);
    if (!host) continue;
    const call = callOf(host);
    if (call && call.key !== before) calls.push({ host, call });
    if (!call?.last) next.set(id, call?.key ?? null);
  }
  const same = next.size === awaited.size && [...next].every(([id, key]) => awaited.get(id) === key);
  return { awaited: same ? awaited : next, calls };
}
