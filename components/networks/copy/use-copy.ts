'use client';
/** A copy, put together: what each target would be given, and what the platform will say of it. */
import { countTicks, type Proposal } from '@/lib/domain/copy/part';
import type { Host } from '@/lib/domain/host';
import { findHost, hostName } from '@/lib/domain/host';
import { type LayoutFacts, ownOfHost, proposeLayout } from '@/lib/domain/network/copy/layout';
import { type MapWay, mapPorts, type PortMatch } from '@/lib/domain/network/copy/ports';
import type { InterfaceCall } from '@/lib/domain/network/interface-calls';
import { type InterfaceStep, reviewInterfaceCalls } from '@/lib/domain/network/interface-review';
import type { Failure } from '@/lib/domain/result';
import { useView } from '@/lib/queries/view';
import { useParams } from '@/lib/url/use-params';
import { COPY_PARAMS, MOST_TARGETS } from './copy-params';
import { type Choice, type CopyChoices, useCopyChoices } from './use-copy-choices';
import { type LayoutSeen, useLayouts } from './use-layouts';
import { useMemoOf } from './use-memo-of';

export type TargetPlan = {
  facts: LayoutFacts;
  matches: readonly PortMatch[];
  proposal: Proposal<InterfaceCall>;
  steps: readonly InterfaceStep[];
  /** Why nothing of it can be sent; null: it can. */
  blocked: string | null;
  ticks: { all: number; on: number };
};

export type Target = LayoutSeen & { plan: TargetPlan | undefined };

export type CopyModel = {
  hosts: readonly Host[];
  hostsError: Failure | undefined;
  source: LayoutSeen | undefined;
  targets: readonly Target[];
  /** Names in the address that are nobody's. */
  unknown: readonly string[];
  /** Typed addresses and routes of the source, which stay there. */
  stays: { addresses: number; routes: number } | undefined;
  choices: CopyChoices;
};

export function useCopy(): CopyModel | undefined {
  const reading = useView('hosts', {});
  const [{ from, to, by }] = useParams(COPY_PARAMS);
  const choices = useCopyChoices();
  const hosts = reading?.data?.hosts ?? [];
  const start = from === null ? undefined : findHost(hosts, from);
  const wanted = (to ?? []).slice(0, MOST_TARGETS);
  const found = wanted.flatMap((ref) => findHost(hosts, ref) ?? []);
  const targets = [...new Set(found)].filter(({ id }) => id !== start?.id);
  const [source, ...seen] = useLayouts(start ? [start, ...targets] : [], by);
  const planFor = useMemoOf(planOf);
  if (!reading?.data && !reading?.error) return undefined;
  const plan = (one: LayoutSeen): TargetPlan | undefined =>
    source?.facts && one.facts
      ? planFor(one.host.id, source.facts, one.facts, by, choices.of(one.host.id))
      : undefined;
  const unread = (host: Host): LayoutSeen => ({ host, facts: undefined, error: undefined, odd: 0 });
  return {
    ...{ hosts, hostsError: reading.error, source, choices },
    targets: (start ? seen : targets.map(unread)).map((one) => ({ ...one, plan: plan(one) })),
    // Without the list of hosts nobody knows who is in it.
    unknown: (reading.data ? [...wanted, ...(from === null ? [] : [from])] : []).filter(
      (ref) => !findHost(hosts, ref),
    ),
    stays: source?.facts && ownOfHost(source.facts),
  };
}

function planOf(source: LayoutFacts, target: LayoutFacts, by: MapWay, { ports, ticks }: Choice): TargetPlan {
  const matches = mapPorts(source, target, by, ports, hostName(target.host));
  const proposal = proposeLayout(source, target, matches, ticks);
  const steps = reviewInterfaceCalls(proposal.calls, target);
  const stop = steps.find(({ verdict }) => !verdict.ok)?.verdict;
  const blocked = stop && !stop.ok ? stop.why : null;
  return { facts: target, matches, proposal, steps, blocked, ticks: countTicks(proposal) };
}
