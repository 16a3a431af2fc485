/**
 * The way of a host to the platform: networks pxeboot, mgmt and cluster-host. Where the target has one of them on another interface
 * than the source has, what carries it is left as it is unless somebody says otherwise: a host that loses it is away.
 */
import { isOn } from '../interface';
import { type InterfaceFacts, interfaceNamed } from '../interface-facts';
import type { Pair } from './pairs';

const WAY: readonly (string | null)[] = ['pxeboot', 'mgmt', 'cluster-host'];

export type Carriers = {
  /** Why an interface of the source is not proposed by itself, by its name. */
  here: ReadonlyMap<string, string>;
  /** Why one of the target is left as it is, likewise. */
  there: ReadonlyMap<string, string>;
};

/** @param host the target by name, for what is said */
export function carriersElsewhere(
  source: InterfaceFacts,
  target: InterfaceFacts,
  pairs: readonly Pair[],
  host: string,
): Carriers {
  const [here, there] = [new Map<string, string>(), new Map<string, string>()];
  for (const use of target.networks.filter(({ type }) => WAY.includes(type))) {
    const carrier = target.interfaces.find((one) => isOn(use, one));
    const same = source.networks.find(({ name }) => name === use.name);
    const pair = same && pairs.find(({ own }) => isOn(same, own));
    if (!carrier || pair?.there?.id === carrier.id) continue;
    const why = `${host} has network ${use.name} on ${carrier.name}: left as it is unless you tick this`;
    if (pair) here.set(pair.own.name, why);
    for (const name of downFrom(carrier.name, target)) if (!there.has(name)) there.set(name, why);
  }
  return { here, there };
}

/** An interface and what is under it, by name. */
function downFrom(name: string, facts: InterfaceFacts, seen: readonly string[] = []): string[] {
  if (seen.includes(name)) return [];
  const lowers = interfaceNamed(facts, name)?.uses ?? [];
  return [name, ...lowers.flatMap((lower) => downFrom(lower, facts, [...seen, name]))];
}
