/** A host that somebody is about to add, as the guide holds it: text, with '' for "not said". Never its password. */
import type { Host } from '../host';

export const NEW_HOST_FIELDS = [
  'mac',
  'role',
  'hostname',
  'profile',
  'location',
  'bmType',
  'bmAddress',
  'bmUserName',
  'bootDevice',
  'rootfsDevice',
  'installOutput',
  'console',
  'hwSettle',
] as const;
export type NewHostField = (typeof NEW_HOST_FIELDS)[number];
export type NewHost = Record<NewHostField, string>;

/** In the order in which they are decided. */
export const ADD_STEPS = ['identify', 'role', 'board', 'install', 'review'] as const;
export type AddStep = (typeof ADD_STEPS)[number];

/** What each step asks. `bmPassword` is asked with the board and kept nowhere. */
export const STEP_FIELDS: Record<AddStep, readonly (NewHostField | 'bmPassword')[]> = {
  identify: ['mac'],
  role: ['role', 'hostname', 'profile', 'location'],
  board: ['bmType', 'bmAddress', 'bmUserName', 'bmPassword'],
  install: ['bootDevice', 'rootfsDevice', 'installOutput', 'console', 'hwSettle'],
  review: [],
};

/** `bmType` and `installOutput` are what sysinv takes when nothing is said (host.py _do_post; cgts-client host-add). */
export const EMPTY_HOST: NewHost = {
  mac: '',
  role: '',
  hostname: '',
  profile: 'standard',
  location: '',
  bmType: 'none',
  bmAddress: '',
  bmUserName: '',
  bootDevice: '',
  rootfsDevice: '',
  installOutput: 'text',
  console: '',
  hwSettle: '',
};

export type AddDraft = {
  host: NewHost;
  /** A password was typed: it is asked for again when the page was left meanwhile. */
  passwordGiven: boolean;
  /** The step that was last looked at. */
  step: AddStep;
  /** Sent, and no answer seen: what became of it is asked before anything is offered. `at`: epoch ms of the server's clock. */
  sent: { submission: string; at: number } | null;
  /** Epoch milliseconds. */
  savedAt: number;
};

const VERSION = 1;

export const draftText = (draft: AddDraft): string => JSON.stringify({ version: VERSION, ...draft });

/** Reads what a browser kept; null for nothing, for another version, and for what is no draft. */
export function readDraft(text: string | null): AddDraft | null {
  if (text === null) return null;
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(kept) || kept.version !== VERSION || !isRecord(kept.host)) return null;
  const host = { ...EMPTY_HOST };
  for (const field of NEW_HOST_FIELDS) {
    const value = kept.host[field];
    if (typeof value === 'string') host[field] = value.slice(0, 255);
  }
  return {
    host,
    passwordGiven: kept.passwordGiven === true,
    step: ADD_STEPS.find((step) => step === kept.step) ?? 'identify',
    sent: sentOf(kept.sent),
    savedAt: typeof kept.savedAt === 'number' ? kept.savedAt : 0,
  };
}

function sentOf(kept: unknown): AddDraft['sent'] {
  if (!isRecord(kept) || typeof kept.submission !== 'string' || typeof kept.at !== 'number') return null;
  return { submission: kept.submission, at: kept.at };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Was anything said that somebody would miss? */
export const isBegun = ({ host }: Pick<AddDraft, 'host'>): boolean =>
  NEW_HOST_FIELDS.some((field) => host[field] !== EMPTY_HOST[field]);

/** What the host is called while it is being added: its name, or the address on its label. */
export const newHostName = (host: NewHost): string => host.hostname.trim() || host.mac.trim() || 'a new host';

/** Nodes that the platform has heard of and that nobody claimed yet, the newest first. */
export const waitingNodes = (hosts: readonly Host[]): Host[] =>
  hosts
    .filter(({ hostname, personality }) => hostname === null && personality === null)
    .sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
