/** A write made through this console, as the event log tells it beside what the platform logged. */
import { type AuditLine, outcomeWord, REFUSAL } from './audit';
import { actionSpec, HOST_ACTIONS } from './host-actions';

/** Who did what to what, from where, and how it ended. Nothing of what was set: that is the audit trail's to show. */
export type Deed = Pick<
  AuditLine,
  'who' | 'project' | 'role' | 'from' | 'action' | 'target' | 'outcome' | 'status' | 'requestId'
> & {
  /** What the platform answered when it refused; null when it accepted, was not asked, or its words were not kept. */
  refusal: string | null;
};

/** How a write reads: done, and tried. `{}` stands for its target. */
type Words = readonly [done: string, tried: string];

const WORDS: Record<string, Words> = {
  'application-chart.disable': ['disabled chart {}', 'disable chart {}'],
  'application-chart.enable': ['enabled chart {}', 'enable chart {}'],
  'application-override.delete': ['deleted the user overrides of {}', 'delete the user overrides of {}'],
  'application-override.save': ['changed the user overrides of {}', 'change the user overrides of {}'],
  'alarm.delete': ['deleted alarm {}', 'delete alarm {}'],
  'alarm.mark-seen': ['marked alarm {} as seen', 'mark alarm {} as seen'],
  'alarm.mark-unseen': ['marked alarm {} as not seen', 'mark alarm {} as not seen'],
  'alarm.note': ['wrote a note on alarm {}', 'write a note on alarm {}'],
  'alarm.shelve': ['shelved alarm {}', 'shelve alarm {}'],
  'alarm.unshelve': ['took alarm {} off the shelf', 'take alarm {} off the shelf'],
  'alarm-type.suppress': ['suppressed alarm type {}', 'suppress alarm type {}'],
  'alarm-type.unsuppress': ['unsuppressed alarm type {}', 'unsuppress alarm type {}'],
  'host.bulk-add': ['added {} in bulk', 'add {} in bulk'],
  'host.bulk-export': ['exported {}', 'export {}'],
  'host-interface.create': ['created interface {}', 'create interface {}'],
  'host-interface.change': ['changed interface {}', 'change interface {}'],
  'host-interface.delete': ['deleted interface {}', 'delete interface {}'],
  'host-interface-network.assign': ['put a platform network on {}', 'put a platform network on {}'],
  'host-interface-network.remove': ['took a platform network off {}', 'take a platform network off {}'],
  'host-interface-data-network.assign': ['put a data network on {}', 'put a data network on {}'],
  'host-interface-data-network.remove': ['took a data network off {}', 'take a data network off {}'],
  'host-interface-address.add': ['added an address to {}', 'add an address to {}'],
  'host-interface-address.delete': ['deleted an address of {}', 'delete an address of {}'],
  'host-interface-route.add': ['added a route to {}', 'add a route to {}'],
  'host-interface-route.delete': ['deleted a route of {}', 'delete a route of {}'],
  'registry.collect-garbage': ['had garbage of the {} collected', 'collect garbage of the {}'],
  'registry.delete-tag': ['deleted image {}', 'delete image {}'],
};

function wordsOf(action: string): Words {
  const known = WORDS[action];
  if (known) return known;
  const host = HOST_ACTIONS.find((each) => action === `host.${each}`);
  // What has no words of its own yet is named as the trail names it.
  if (!host) return [`did ${action} on {}`, `do ${action} on {}`];
  const { participle, label, danger } = actionSpec(host);
  return [`${participle} {}${danger === 'force' ? ' by force' : ''}`, `${label.toLowerCase()} {}`];
}

/** `ingrid unlocked worker-6 from 10.10.40.17`; `ingrid tried to lock worker-8 from 10.10.40.17. Refused, HTTP 400: …`. */
export function deedSentence({ who, action, target, from, outcome, status, refusal }: Deed): string {
  const [done, tried] = wordsOf(action);
  const on = (words: string) => words.replace('{}', () => target);
  if (outcome === 'ok') return `${who} ${on(done)} from ${from}`;
  const how = `${outcomeWord(outcome)}${status === null || status === 0 ? '' : `, HTTP ${status}`}`;
  return `${who} tried to ${on(tried)} from ${from}. ${how}${refusal ? `: ${refusal}` : ''}`;
}

/** `unlock` of `host.unlock`. */
export const deedVerb = (action: string): string => action.slice(action.indexOf('.') + 1);

/**
 * On what it was done, written like an entity of fault management, so that the same filters find it: a host by its name, an
 * alarm by its own entity. Empty for what stands on none.
 */
export function deedEntity({ action, target }: Pick<Deed, 'action' | 'target'>): string {
  // Of no host by its name.
  if (action === 'host.bulk-export') return '';
  if (action.startsWith('host.')) return `host=${target}`;
  if (action.startsWith('host-interface')) return `host=${target.replace('/', '.interface=')}`;
  const blank = target.indexOf(' ');
  return action.startsWith('alarm.') && blank >= 0 ? target.slice(blank + 1) : '';
}

/** What of a line of the trail a row of the event log shows. */
export function deedOf({ details, ...line }: AuditLine): Deed {
  const { who, project, role, from, action, target, outcome, status, requestId } = line;
  const said = details[REFUSAL];
  return {
    ...{ who, project, role, from, action, target, outcome, status, requestId },
    refusal: typeof said === 'string' && said !== '' ? said : null,
  };
}
