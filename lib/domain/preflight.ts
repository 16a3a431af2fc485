/** Everything a person should see before an action on one host: the checks, what it affects, what happens next. */
import { type Check, checksOf, orderChecks } from './check';
import { hostName } from './host';
import { actionCli } from './host-action-cli';
import { actionEffect, actionSteps, actionWarning, type Step } from './host-action-words';
import { actionSpec, actionTitle, FORCE_VARIANT, type HostAction } from './host-actions';
import { actionEffects, type Effect } from './host-effects';
import type { PreflightFacts } from './host-facts';
import { lockFactChecks } from './host-rules/lock-facts';
import { deleteFactChecks, swactFactChecks } from './host-rules/other-facts';
import { unlockFactChecks } from './host-rules/unlock-facts';
import { listChecks, roleVerdict } from './host-rules/verdict';
import { ACTING_SERVICES, awaited } from './rights';
import { counted } from './words';

export type Preflight = {
  action: HostAction;
  /** "Lock worker-1". */
  title: string;
  /** What it does, in a sentence or two. */
  effect: string;
  /** "Right now the platform would refuse, for 2 reasons."; null when nothing blocks. */
  refusal: string | null;
  /** Force variants only. */
  warning: string | null;
  /** The name to type before the button works; null for ordinary actions. */
  typedName: string | null;
  /** Blockers first, then warnings, passes, and what cannot be told. */
  checks: Check[];
  affects: Effect[];
  next: Step[];
  cli: string;
  /** A check surely refuses, or the role does. */
  blocked: boolean;
  /** A stronger variant that the same sheet may offer. */
  force: HostAction | null;
};

function role(action: HostAction, facts: PreflightFacts): Check[] {
  const verdict = roleVerdict(action, facts.context.viewer);
  if (verdict.ok) return [];
  const service = awaited(facts.context.viewer, actionSpec(action).right);
  if (service !== null) {
    const silence = checksOf('service', 'its newest reading, on this page');
    const title = `${ACTING_SERVICES[service]} does not answer`;
    return [silence.block('away', { title, detail: 'Actions wait until it is back.', source: 'none' })];
  }
  const check = checksOf('role', 'sysinv policy config_api:ihosts');
  return [check.block('role', { title: verdict.why.replace(/\.$/, ''), source: 'none' })];
}

function factChecks(action: HostAction, facts: PreflightFacts): Check[] {
  switch (action) {
    case 'lock':
    case 'force-lock':
    case 'force-unsafe-lock':
      return lockFactChecks(action, facts);
    case 'unlock':
      return unlockFactChecks(facts, false);
    case 'force-unlock':
      return unlockFactChecks(facts, true);
    case 'swact':
      return swactFactChecks(facts);
    case 'delete':
      return deleteFactChecks(facts);
    case 'force-swact':
    case 'reboot':
    case 'reset':
    case 'power-on':
    case 'power-off':
    case 'reinstall':
    case 'edit':
      return [];
  }
}

/**
 * Pure: the same facts give the same sheet. The platform decides when the action is sent; a refusal is shown verbatim.
 * @param facts the host, its context and whatever `factsFor` named; facts that could not be read become "Cannot tell"
 */
export function preflight(action: HostAction, facts: PreflightFacts): Preflight {
  const { host, context } = facts;
  const checks = orderChecks([
    ...role(action, facts),
    ...listChecks(action, host, context),
    ...factChecks(action, facts),
  ]);
  const blockers = checks.filter((check) => check.outcome === 'block').length;
  const isForce = actionSpec(action).danger === 'force';
  return {
    action,
    title: actionTitle(action, host),
    effect: actionEffect(action, host, context.system),
    refusal: blockers > 0 ? `Right now the platform would refuse, for ${counted(blockers, 'reason')}.` : null,
    warning: actionWarning(action, host, context.system),
    typedName: isForce ? hostName(host) : null,
    checks,
    affects: actionEffects(action, facts),
    next: actionSteps(action, host, context.system),
    cli: actionCli(action, host),
    blocked: blockers > 0,
    force: FORCE_VARIANT[action] ?? null,
  };
}
