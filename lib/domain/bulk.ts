/** One action on several hosts: who can, who cannot and why. The platform is asked host by host, in a sensible order. */
import { type Host, hostName, isController, isStorage } from './host';
import { actionSpec, HOST_ACTIONS, type HostAction } from './host-actions';
import type { RuleContext } from './host-rules/context';
import { actionVerdict } from './host-rules/verdict';
import { denied, type Verdict } from './result';
import { counted } from './words';

export type BulkRow = { host: Host; verdict: Verdict };

export type BulkPlan = {
  action: HostAction;
  /** Every selected host, in the order of the selection. */
  rows: BulkRow[];
  /** Those that can, in the order in which they should be asked. */
  able: Host[];
  /** "Lock 2"; "Lock" when none can. */
  label: string;
  /** Whether the button works at all, and why not. */
  verdict: Verdict;
  /** What is only true of the selection as a whole. The platform judges each host alone. */
  cautions: string[];
};

const TAKES_OUT: readonly HostAction[] = ['lock', 'power-off', 'reboot', 'reset', 'reinstall', 'delete'];

/** Why an action is not offered for several hosts at once; null where it is. */
export function notInBulk(action: HostAction): string | null {
  const { bulk, danger, gerund } = actionSpec(action);
  if (bulk) return null;
  if (danger === 'force') return `${gerund} is for one host at a time: its name has to be typed.`;
  return `${gerund} is for one host at a time.`;
}

/** Workers leave first and controllers last; they come back the other way round. */
function inOrder(action: HostAction, hosts: readonly Host[]): Host[] {
  const weight = (host: Host): number => (isController(host) ? 2 : isStorage(host) ? 1 : 0);
  const direction = TAKES_OUT.includes(action) ? 1 : -1;
  return [...hosts].sort((a, b) => direction * (weight(a) - weight(b)));
}

const inService = (host: Host): boolean =>
  host.administrative === 'unlocked' && host.operational === 'enabled';

/** What a person would want to hear before locking several hosts together. Rules of the platform they are not. */
function cautionsOf(action: HostAction, able: readonly Host[], context: RuleContext): string[] {
  if (action !== 'lock' || able.length < 2) return [];
  const leaving = new Set(able.map((host) => host.id));
  const emptied = (hosts: readonly Host[]): boolean => {
    const serving = hosts.filter(inService);
    return serving.length > 1 && serving.every((host) => leaving.has(host.id));
  };
  const groups = new Set(able.filter(isStorage).flatMap((host) => host.peerGroup ?? []));
  const storage = [...groups]
    .filter((group) => emptied(context.hosts.filter((host) => host.peerGroup === group)))
    .map((group) => `All hosts of ${group} in service are selected: its data would be out of reach.`);
  const workers = emptied(context.hosts.filter((host) => host.personality === 'worker'))
    ? ['All workers in service are selected: their pods would have nowhere to go.']
    : [];
  return [...storage, ...workers];
}

function whole(rows: readonly BulkRow[], able: number): Verdict {
  if (able > 0) return { ok: true };
  const [first] = rows;
  if (!first) return denied('Nothing is selected.');
  if (first.verdict.ok) return first.verdict;
  const same = rows.every(
    (row) => !row.verdict.ok && !first.verdict.ok && row.verdict.why === first.verdict.why,
  );
  // One reason for all (the role, a simplex) is said as it is; different ones are told row by row.
  if (rows.length === 1 || same) return first.verdict;
  return denied(
    `None of ${counted(rows.length, 'host')} can. ${hostName(first.host)}: ${first.verdict.why}`,
    first.verdict.cite,
  );
}

export function bulkPlan(action: HostAction, hosts: readonly Host[], context: RuleContext): BulkPlan {
  const single = notInBulk(action);
  const rows = hosts.map((host) => ({
    host,
    verdict: single !== null ? denied(single) : actionVerdict(action, host, context),
  }));
  const able = inOrder(
    action,
    rows.filter((row) => row.verdict.ok).map((row) => row.host),
  );
  const { label } = actionSpec(action);
  return {
    action,
    rows,
    able,
    label: able.length > 0 ? `${label} ${able.length}` : label,
    verdict: whole(rows, able.length),
    cautions: cautionsOf(action, able, context),
  };
}

/** A plan for every action that can be done in bulk, in the order of the catalogue. */
export const bulkPlans = (hosts: readonly Host[], context: RuleContext): BulkPlan[] =>
  HOST_ACTIONS.filter((action) => actionSpec(action).bulk).map((action) => bulkPlan(action, hosts, context));
