/**
 * The layout of one host proposed for another: a difference for each interface, those below first, and the calls of what is ticked.
 * The calls are those of the interface editor. Addresses and routes are of one host, and no interface is ever deleted.
 */
import type { CopyItem, CopyPart, Proposal, Remark, Ticks } from '@/lib/domain/copy/part';
import { hostName } from '../../host';
import { type Interface, isOn } from '../interface';
import type { InterfaceCall } from '../interface-calls';
import { above, type InterfaceFacts, interfaceNamed } from '../interface-facts';
import { formOf, INTERFACE_TYPES } from '../interface-form';
import type { Neighbour } from '../lldp';
import { ahead } from './ahead';
import { type Carriers, carriersElsewhere } from './carriers';
import { changeItem } from './change';
import { makeItem, type Outcome, type Wanted } from './make';
import { type Pair, pairInterfaces } from './pairs';
import type { PortMatch } from './ports';
import type { Compared } from './words';

export type LayoutFacts = InterfaceFacts & { neighbours: readonly Neighbour[] };

type Part = CopyPart<LayoutFacts, readonly PortMatch[], InterfaceCall>;

/** What one line makes possible for another, which comes before it, is found by going through all again. */
const MOST_ROUNDS = 4;

export const proposeLayout: Part = (source, target, matches, ticks) => {
  const pairs = pairInterfaces(source, target, matches);
  const carriers = carriersElsewhere(source, target, pairs, hostName(target.host));
  const calls: InterfaceCall[] = [];
  const items = new Map<string, CopyItem>();
  let facts: InterfaceFacts = target;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const done = oneRound(source, facts, pairs, carriers, ticks);
    for (const item of done.items) items.set(item.key, merged(items.get(item.key), item));
    if (done.calls.length === 0) break;
    calls.push(...done.calls);
    facts = done.facts;
  }
  const all = [...items.values()];
  const different = all.filter(({ make, lines }) => make !== null || lines.length > 0);
  return {
    ...{ items: different, calls, same: all.length - different.length },
    left: leftOf(source, pairs),
    extra: extraOf(target, pairs),
  } satisfies Proposal<InterfaceCall>;
};

type Round = { items: CopyItem[]; calls: InterfaceCall[]; facts: InterfaceFacts };

function oneRound(
  source: LayoutFacts,
  start: InterfaceFacts,
  pairs: readonly Pair[],
  carriers: Carriers,
  ticks: Ticks,
): Round {
  let facts = start;
  /** Names of the source, and what is called there of it. */
  const names = new Map<string, string>();
  const round: Round = { items: [], calls: [], facts };
  for (const pair of pairs) {
    const there = thereNow(pair, facts);
    const wanted = wantedOf(pair, source, names, carriers);
    if (!wanted || (pair.ports && !there)) continue;
    const { item, calls } = outcomeOf(wanted, pair, there, source, facts, ticks);
    facts = ahead(facts, calls);
    if (there || calls.length > 0) names.set(pair.own.name, item.name);
    round.items.push(item);
    round.calls.push(...calls);
  }
  return { ...round, facts };
}

const thereNow = ({ own, there }: Pair, facts: InterfaceFacts): Interface | undefined =>
  there
    ? facts.interfaces.find(({ id }) => id === there.id)
    : own.type === 'ethernet'
      ? undefined
      : facts.interfaces.find(({ name, type }) => name === own.name && type === own.type);

function wantedOf(
  { own, there }: Pair,
  source: LayoutFacts,
  names: ReadonlyMap<string, string>,
  carriers: Carriers,
): Wanted | null {
  const form = formOf(own, source);
  if (!form) return null;
  const note = carriers.here.get(own.name) ?? (there && carriers.there.get(there.name)) ?? null;
  const uses = own.uses.flatMap((name) => names.get(name) ?? []);
  return { name: own.name, form: { ...form, uses }, lost: own.uses.filter((name) => !names.has(name)), note };
}

function outcomeOf(
  wanted: Wanted,
  { own, ports }: Pair,
  there: Interface | undefined,
  source: LayoutFacts,
  facts: InterfaceFacts,
  ticks: Ticks,
): Outcome {
  if (!there) return makeItem(wanted, facts, ticks);
  const inBond = above(source, own.name).some(({ type }) => type === 'ae');
  const skip: Compared[] = [
    // An interface that nobody has named is called as its port is.
    ...(ports?.here === own.name ? (['name'] as const) : []),
    // Its bond hands it down.
    ...(inBond ? (['mtu'] as const) : []),
  ];
  return changeItem(wanted, there, facts, ticks, skip);
}

/** What a later round made possible takes the place of what was not. */
function merged(before: CopyItem | undefined, now: CopyItem): CopyItem {
  if (!before) return now;
  const possible = now.lines.filter(({ on }) => on);
  const fresh = possible.filter(({ key }) => !before.lines.some((line) => line.key === key));
  const lines = before.lines.map((line) =>
    line.on ? line : (possible.find(({ key }) => key === line.key) ?? line),
  );
  const make = before.make && !before.make.on && now.make?.on ? now.make : before.make;
  return { ...before, name: now.name, make, lines: [...lines, ...fresh] };
}

/** Interfaces over ports that stand for none of the target's, where something is made of them; kinds that Roost does not know. */
function leftOf(source: LayoutFacts, pairs: readonly Pair[]): Remark[] {
  return pairs.flatMap(({ own, there, ports }): Remark[] => {
    if (!formOf(own, source))
      return [{ what: own.name, why: `Of class ${own.class}, which is not known here` }];
    const used = own.class !== null || above(source, own.name).length > 0;
    return ports && !there && used
      ? [{ what: own.name, why: ports.note ?? 'It has no interface there' }]
      : [];
  });
}

/** What the target alone has. */
function extraOf(target: LayoutFacts, pairs: readonly Pair[]): Remark[] {
  const known = new Set(pairs.map(({ there }) => there?.id));
  return target.interfaces
    .filter(({ id, type, class: word }) => {
      const shaped = type === 'ethernet' ? word !== null : INTERFACE_TYPES.some((one) => one === type);
      return shaped && !known.has(id);
    })
    .map((own) => ({ what: own.name, why: extraWords(own, target) }));
}

function extraWords(own: Interface, target: LayoutFacts): string {
  const on = [...target.networks, ...target.dataNetworks].filter((use) => isOn(use, own));
  const below = own.uses.filter((name) => interfaceNamed(target, name));
  return [
    own.type,
    own.class,
    below.length > 0 ? `over ${below.join(', ')}` : null,
    on.length > 0 ? `with ${on.map(({ name }) => name).join(', ')}` : null,
  ]
    .filter((part) => part !== null)
    .join(', ');
}

/** What the source has that is of one host: typed addresses and routes, in numbers. */
export function ownOfHost({ addresses, routes }: LayoutFacts): { addresses: number; routes: number } {
  return { addresses: addresses.filter(({ poolId }) => poolId === null).length, routes: routes.length };
}
