/**
 * What the O-RAN O-Cloud notification API says of a node's clocks, v2 and v1
 * (O-RAN.WG6.O-Cloud Notification API; StarlingX: ptp-notification-armada-app, api_ptp_notifications_definition_v2.rst).
 */
import 'server-only';
import { z } from 'zod';
import type { LiveQuantity, LockState } from '@/lib/domain/clock/live-reading';
import type { Unknown, UnreadableRow } from '@/lib/domain/host';
import { problem, text } from '../decode';

/** One value that a node said, before anybody knows which node was asked. */
export type Said = LiveQuantity & {
  /** Node that the answer is of; null where it says "this one". */
  node: Unknown<string>;
  instance: Unknown<string>;
  /** The node's own date as text: "2026-11-22T13:22:33868726Z" is local time with a wrong Z and no ISO time. */
  saidAt: Unknown<string>;
};
export type SaidList = { said: Said[]; unreadable: UnreadableRow[] };

export const RESOURCES = [
  '/sync/sync-status/sync-state',
  '/sync/sync-status/os-clock-sync-state',
  '/sync/ptp-status/lock-state',
  '/sync/ptp-status/clock-class',
  '/sync/gnss-status/gnss-sync-status',
  '/sync/synce-status/lock-state',
  '/sync/synce-status/clock-quality',
] as const;
type Resource = (typeof RESOURCES)[number];

/** A quantity, or undefined for a word that cannot be read, or null where the node itself does not know. */
type Read = (word: string) => LiveQuantity | null | undefined;

const LOCKS: Record<string, LockState> = { locked: 'locked', holdover: 'holdover', freerun: 'freerun' };

/** A tracker that has not seen anything yet says so; what it says in a field of states is no state. */
const lock =
  (quantity: 'sync-state' | 'os-clock' | 'ptp-lock' | 'synce-lock'): Read =>
  (word) => {
    const value = LOCKS[word.toLowerCase()];
    if (value) return { quantity, value };
    return word.toLowerCase() === 'unknown' ? null : undefined;
  };

const READS: Record<Resource, Read> = {
  '/sync/sync-status/sync-state': lock('sync-state'),
  '/sync/sync-status/os-clock-sync-state': lock('os-clock'),
  '/sync/ptp-status/lock-state': lock('ptp-lock'),
  '/sync/ptp-status/clock-class': (word) => whole('clock-class', word, 255),
  '/sync/gnss-status/gnss-sync-status': (word) =>
    /^[\w -]{1,64}$/.test(word) ? { quantity: 'gnss', value: word } : undefined,
  '/sync/synce-status/lock-state': lock('synce-lock'),
  // An SSM code has four bits (ITU-T G.8264); the tracker starts with 255, which means that it has none yet.
  '/sync/synce-status/clock-quality': (word) => (word === '255' ? null : whole('synce-quality', word, 15)),
};

function whole(
  quantity: 'clock-class' | 'synce-quality',
  word: string,
  most: number,
): LiveQuantity | undefined {
  const value = Number(word);
  return /^\d{1,3}$/.test(word) && value <= most ? { quantity, value } : undefined;
}

const value = z.object({ ResourceAddress: text, value: text });
const state = z.object({
  source: text,
  time: text,
  data: z.object({ values: z.array(value).min(1) }),
});
type State = z.infer<typeof state>;

/** A CloudEvents 1.0 event in JSON, as nodes send it by themselves: its compulsory attributes are there. */
const cloudEvent = state.extend({
  id: z.string().min(1),
  source: z.string().min(1),
  type: z.string().min(1),
  specversion: z.string().regex(/^1\.\d+$/),
});

/** `/{cluster}/{node}[/{instance}]{resource}`; a bare resource names neither node nor instance. */
const ADDRESS = /^(?:\/[^/]*\/([^/]*)(?:\/(.+))?)?(\/sync\/[a-z-]+\/[a-z-]+)$/;

function saidBy(wire: State): { said: Said[]; faults: string[] } {
  const said: Said[] = [];
  const faults: string[] = [];
  for (const { ResourceAddress, value: word } of wire.data.values) {
    const [, node, instance, resource = ''] = ADDRESS.exec(ResourceAddress ?? wire.source ?? '') ?? [];
    const read = Object.entries(READS).find(([known]) => known === resource)?.[1];
    // A resource that this console does not show, such as lock-state-extended.
    if (!read) continue;
    const quantity = word === null ? undefined : read(word);
    if (quantity === undefined) faults.push(`${resource}: ${word ?? 'no value'}`);
    else if (quantity !== null) {
      const named = node === undefined || node === '.' || node === '' ? null : node;
      said.push({ ...quantity, node: named, instance: instance ?? null, saidAt: wire.time });
    }
  }
  return { said, faults };
}

/**
 * Decodes states of v2: one of them, a list, or lists and states under keys (the older format of StarlingX, keyed by
 * instance; pushed under the name of the resource).
 */
export function decodeStates(body: unknown): SaidList {
  const list: SaidList = { said: [], unreadable: [] };
  for (const raw of statesIn(body)) {
    const read = state.safeParse(raw);
    const { said, faults } = read.success ? saidBy(read.data) : { said: [], faults: [problem(read.error)] };
    list.said.push(...said);
    list.unreadable.push(...faults.map((why) => ({ id: null, name: sourceOf(raw), why })));
  }
  return list;
}

/** Why something in a body is no CloudEvent, or undefined. A value of which nobody has heard is no such fault. */
export function cloudEventFault(body: unknown): string | undefined {
  for (const raw of statesIn(body)) {
    const read = cloudEvent.safeParse(raw);
    if (!read.success) return problem(read.error);
  }
  return undefined;
}

const isRecord = (body: unknown): body is Record<string, unknown> =>
  typeof body === 'object' && body !== null && !Array.isArray(body);

/** What may be a state in a body. A body that is neither list nor object is one state that cannot be read. */
function statesIn(body: unknown): unknown[] {
  if (Array.isArray(body)) return body;
  if (!isRecord(body) || 'data' in body || 'specversion' in body || Object.keys(body).length === 0)
    return [body];
  return Object.values(body).flat();
}

function sourceOf(raw: unknown): Unknown<string> {
  const source = isRecord(raw) ? raw.source : undefined;
  return typeof source === 'string' && source !== '' ? source : null;
}

const v1State = z.object({
  EventTimestamp: text,
  ResourceType: z.literal('PTP'),
  EventData: z.object({ State: z.string() }),
  ResourceQualifier: z.object({ NodeName: text }).nullish(),
});

/** Decodes the one state of a node that v1 has, asked for or pushed: that of PTP, without an instance. */
export function decodeV1State(body: unknown): SaidList {
  const read = v1State.safeParse(body);
  const bad = (why: string): SaidList => ({ said: [], unreadable: [{ id: null, name: 'PTP', why }] });
  if (!read.success) return bad(problem(read.error));
  const { EventData, ResourceQualifier, EventTimestamp } = read.data;
  const quantity = lock('ptp-lock')(EventData.State);
  if (quantity === undefined) return bad(`State: ${EventData.State}`);
  if (quantity === null) return { said: [], unreadable: [] };
  const node = ResourceQualifier?.NodeName ?? null;
  return { said: [{ ...quantity, node, instance: null, saidAt: EventTimestamp }], unreadable: [] };
}
