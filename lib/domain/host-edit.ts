/** Editing a host: the draft of the form, what is wrong with it, and the one request with only what changed. */
import { type Host, isWorker } from './host';
import { actionCli, shellQuote } from './host-action-cli';
import { FIELD_SPECS, fieldChoices, fieldSpec, fieldVerdict, type HostField } from './host-fields';
import type { RuleContext } from './host-rules/context';
import { isIp } from './ip';
import { normalizeMac } from './mac';
import { may } from './rights';
import { workerNameFault } from './worker-name';

/** Every field as the form holds it: text, with '' for "not set". */
export type HostDraft = Record<Exclude<HostField, 'serialDcd'>, string> & { serialDcd: boolean };

/** The form of a host as it stands. The password is always empty: it is never read, and never echoed. */
export function draftOf(host: Host): HostDraft {
  const custom = host.maxCpuMhzConfigured !== null && host.maxCpuMhzConfigured !== host.maxCpuMhzAllowed;
  return {
    personality: host.personality ?? '',
    hostname: host.hostname ?? '',
    subfunctions: host.subfunctions.join(','),
    mgmtMac: host.mgmtMac ?? '',
    location: host.location ?? '',
    clockSynchronization: host.clockSynchronization ?? '',
    // The platform stores the allowed maximum when the default is asked for: both mean the default.
    maxCpuMhz: custom ? String(host.maxCpuMhzConfigured) : '',
    serialDcd: host.serialDcd ?? false,
    appArmor: host.appArmor ?? '',
    bootDevice: host.bootDevice ?? '',
    rootfsDevice: host.rootfsDevice ?? '',
    installOutput: host.installOutput ?? '',
    console: host.console ?? '',
    bmType: host.boardManagement.type ?? '',
    bmAddress: host.boardManagement.address ?? '',
    bmUserName: host.boardManagement.userName ?? '',
    bmPassword: '',
  };
}

/**
 * One attribute to send. `value` is the platform's own form, save for `location`, which it keeps as a map with `locn`.
 * A secret has its value here because it has to be sent; everything that shows changes takes `describeChanges`.
 */
export type FieldChange = { field: HostField; attribute: string; value: string | boolean; secret: boolean };

/** The word that gives the default back (constants.IHOST_MAX_CPU_MHZ_ALLOWED). */
const DEFAULT_MHZ = 'max_cpu_mhz_allowed';

function wireValue(field: HostField, draft: HostDraft): string | boolean {
  if (field === 'serialDcd') return draft.serialDcd;
  if (field === 'maxCpuMhz')
    return draft.maxCpuMhz.trim() === '' ? DEFAULT_MHZ : String(Number(draft.maxCpuMhz));
  if (field === 'mgmtMac') return normalizeMac(draft.mgmtMac) ?? draft.mgmtMac.trim();
  // Blanks may be part of a password; everywhere else they are slips of the hand.
  return field === 'bmPassword' ? draft.bmPassword : draft[field].trim();
}

/** A worker's name is chosen; controllers and storage hosts get theirs from the platform. */
const asksForName = (draft: HostDraft): boolean =>
  draft.personality !== 'controller' && draft.personality !== 'storage';

/** Is this field part of the form at all, for this host and draft? */
export function isAsked(field: HostField, host: Host, draft: HostDraft): boolean {
  if (field === 'hostname') return host.hostname !== null || asksForName(draft);
  if (field === 'subfunctions') return draft.personality === 'worker' || isWorker(host);
  return true;
}

/**
 * Only what differs from the host and can be changed, in the order of the form; empty when there is nothing to send.
 * With a password the user name always goes along, and with board management switched off nothing but the type does
 * (sysinv host.py _bm_password_semantic_check, _bm_semantic_check_and_update).
 */
export function changedFields(host: Host, draft: HostDraft): FieldChange[] {
  const before = draftOf(host);
  const differs = (field: HostField): boolean => {
    if (field === 'bmPassword') return draft.bmPassword !== '';
    if (field === 'bmUserName' && draft.bmPassword !== '') return true;
    return wireValue(field, draft) !== wireValue(field, before);
  };
  return FIELD_SPECS.filter(
    ({ field }) =>
      isAsked(field, host, draft) && fieldVerdict(field, host, draft.bmType).ok && differs(field),
  ).map(({ field, attribute, kind }) => ({
    ...{ field, attribute, value: wireValue(field, draft) },
    secret: kind === 'secret',
  }));
}

const shown = (value: string | boolean): string =>
  value === true ? 'on' : value === false ? 'off' : value || 'not set';

/** What changes, for the button and the audit: "was" and "is", without any secret. */
export function describeChanges(
  host: Host,
  draft: HostDraft,
): { field: HostField; label: string; was: string; is: string }[] {
  const before = draftOf(host);
  return (
    changedFields(host, draft)
      .map(({ field, secret, value }) => ({
        field,
        label: fieldSpec(field)?.label ?? field,
        was: secret
          ? ''
          : shown(field === 'maxCpuMhz' && before.maxCpuMhz === '' ? 'default' : before[field]),
        is: secret ? 'set anew' : shown(value === DEFAULT_MHZ ? 'default' : value),
      }))
      // The user name that only keeps a new password company has not changed.
      .filter(({ was, is }) => was !== is)
  );
}

/** `system host-update NAME k=v …`, with secrets as `<password>`. */
export function editCli(host: Host, changes: readonly FieldChange[]): string {
  const words = changes.map(({ field, attribute, value, secret }) => {
    if (secret) return `${attribute}=${shellQuote('<password>')}`;
    if (field === 'location') return `${attribute}=${shellQuote(JSON.stringify({ locn: value }))}`;
    return `${attribute}=${shellQuote(String(value))}`;
  });
  return actionCli('edit', host, words);
}

const longText = (text: string): string | null => (text.length > 255 ? 'At most 255 characters' : null);

/** The platform has a lower limit too, a share of the maximum set by service parameter, which is not in the host. */
function mhzFault(text: string, host: Host): string | null {
  if (text === '') return null;
  const mhz = Number(text);
  const most = host.maxCpuMhzAllowed;
  if (/^\d+$/.test(text) && mhz >= 1 && (most === null || mhz <= most)) return null;
  return most === null ? 'A whole number, at least 1' : `Between 1 and ${most}`;
}

function boardFault(field: HostField, host: Host, draft: HostDraft): string | null {
  switch (field) {
    case 'bmAddress':
      if (draft.bmAddress.trim() === '') return 'Board management needs an address';
      return isIp(draft.bmAddress.trim()) ? null : 'An IPv4 or IPv6 address';
    case 'bmUserName': {
      const name = draft.bmUserName.trim();
      if (name === '') return 'Board management needs a user';
      if (/\s/.test(name)) return 'No blanks';
      return name.length > 16 ? 'At most 16 characters' : null;
    }
    case 'bmPassword': {
      if (/\s/.test(draft.bmPassword)) return 'No blanks';
      const was = host.boardManagement.userName;
      const renamed = was !== null && was !== '' && was !== draft.bmUserName.trim();
      return renamed && draft.bmPassword === '' ? 'Another user needs its password' : null;
    }
    default:
      return null;
  }
}

function fieldFault(field: HostField, host: Host, draft: HostDraft, context: RuleContext): string | null {
  switch (field) {
    case 'hostname':
      return workerNameFault(
        draft.hostname.trim(),
        context.hosts.filter(({ id }) => id !== host.id),
      );
    case 'mgmtMac':
      return normalizeMac(draft.mgmtMac) === null ? 'A MAC address, such as 3c:fd:fe:00:04:00' : null;
    case 'maxCpuMhz':
      return mhzFault(draft.maxCpuMhz.trim(), host);
    case 'bootDevice':
    case 'rootfsDevice':
      return draft[field].trim() === '' ? 'A device is needed' : longText(draft[field].trim());
    case 'location':
    case 'console':
      return longText(draft[field].trim());
    case 'bmAddress':
    case 'bmUserName':
    case 'bmPassword':
      return boardFault(field, host, draft);
    case 'serialDcd':
      return null;
    case 'personality':
    case 'subfunctions':
    case 'clockSynchronization':
    case 'appArmor':
    case 'installOutput':
    case 'bmType': {
      const known = fieldChoices(field, context, draftOf(host)[field]);
      return draft[field] === '' || known.some((choice) => choice.value === draft[field])
        ? null
        : 'Choose one of the list';
    }
  }
}

/**
 * What is wrong with the changed fields of a draft, by field; empty when it can be sent. What did not change is not
 * judged: the platform has it already. Exception: board management is one whole.
 */
export function draftFaults(
  host: Host,
  draft: HostDraft,
  context: RuleContext,
): Partial<Record<HostField, string>> {
  const changed = new Set(changedFields(host, draft).map((change) => change.field));
  const board = ['bmType', 'bmAddress', 'bmUserName', 'bmPassword'] as const;
  const boardChanged = board.some((field) => changed.has(field));
  const faults: Partial<Record<HostField, string>> = {};
  for (const { field } of FIELD_SPECS) {
    const inBoard = board.some((name) => name === field);
    const newWorker = field === 'hostname' && host.hostname === null && changed.has('personality');
    if (!changed.has(field) && !(inBoard && boardChanged) && !newWorker) continue;
    if (!isAsked(field, host, draft) || !fieldVerdict(field, host, draft.bmType).ok) continue;
    const fault = fieldFault(field, host, draft, context);
    if (fault) faults[field] = fault;
  }
  return faults;
}

/** May this viewer edit hosts at all? */
export const editVerdict = (context: RuleContext) => may(context.viewer, 'host.operate', 'Editing');
