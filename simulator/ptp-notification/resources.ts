/**
 * Resources of the O-RAN O-Cloud Notification API for event consumers, as StarlingX's ptp-notification serves them: what
 * each says of a host, and the CloudEvents that carry it (contract ptp-notification/v2-*).
 */
import { createHash } from 'node:crypto';
import type { HostReading } from '../timing/reading';

export const RESOURCES = [
  '/sync/sync-status/sync-state',
  '/sync/sync-status/os-clock-sync-state',
  '/sync/ptp-status/lock-state',
  '/sync/ptp-status/clock-class',
  '/sync/gnss-status/gnss-sync-status',
  '/sync/synce-status/lock-state',
  '/sync/synce-status/clock-quality',
] as const;
export type Resource = (typeof RESOURCES)[number];

const EVENTS: Record<Resource, { type: string; metric?: true }> = {
  '/sync/sync-status/sync-state': { type: 'event.sync.sync-status.synchronization-state-change' },
  '/sync/sync-status/os-clock-sync-state': {
    type: 'event.sync.sync-status.os-clock-sync-state-change',
  },
  '/sync/ptp-status/lock-state': { type: 'event.sync.ptp-status.ptp-state-change' },
  '/sync/ptp-status/clock-class': {
    type: 'event.sync.ptp-status.ptp-clock-class-change',
    metric: true,
  },
  '/sync/gnss-status/gnss-sync-status': { type: 'event.sync.gnss-status.gnss-state-change' },
  '/sync/synce-status/lock-state': { type: 'event.sync.synce-status.synce-state-change' },
  '/sync/synce-status/clock-quality': {
    type: 'event.sync.synce-status.synce-clock-quality-change',
    metric: true,
  },
};

/** A value of a resource now; `since` in epoch milliseconds. */
export type Value = { instance: string | undefined; value: string; since: number };

/** One for each instance; none where the host has nothing of the kind. */
export function valuesOf(resource: Resource, reading: HostReading): Value[] {
  const { ptp, system, card, receiver, synce } = reading;
  const since = system?.since ?? reading.at;
  switch (resource) {
    case '/sync/sync-status/sync-state':
      return ptp.length > 0 ? [{ instance: undefined, value: reading.sync, since }] : [];
    case '/sync/sync-status/os-clock-sync-state':
      return ptp.length > 0 ? [{ instance: undefined, value: system?.state ?? 'FREERUN', since }] : [];
    case '/sync/ptp-status/lock-state':
      return ptp.map((one) => ({ instance: one.instance, value: one.state, since: one.since }));
    case '/sync/ptp-status/clock-class':
      return ptp.map((one) => ({
        instance: one.instance,
        value: String(one.clockClass),
        since: one.since,
      }));
    case '/sync/gnss-status/gnss-sync-status':
      return card && receiver ? [{ instance: card.instance, value: receiver.status, since: card.since }] : [];
    case '/sync/synce-status/lock-state':
      return synce ? [{ instance: synce.instance, value: synce.state, since: synce.since }] : [];
    case '/sync/synce-status/clock-quality':
      return synce ? [{ instance: synce.instance, value: String(synce.quality), since: synce.since }] : [];
  }
}

/** @param node as the caller named it: a host, or `.` for the one that answers */
export function cloudEvent(resource: Resource, node: string, { instance, value, since }: Value) {
  const { type, metric } = EVENTS[resource];
  const address = `/./${node}${instance === undefined ? '' : `/${instance}`}${resource}`;
  return {
    id: eventId(`${address}/${value}/${since}`),
    specversion: '1.0',
    source: resource,
    type,
    time: eventTime(since),
    data: {
      version: '1.0',
      values: [
        {
          data_type: metric ? 'metric' : 'notification',
          ResourceAddress: address,
          value_type: metric ? 'metric' : 'enumeration',
          value,
        },
      ],
    },
  };
}

/** The same event has the same id, whoever asks for it. */
function eventId(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Seconds and microseconds run together, without a point: what the service writes, and no ISO 8601. */
export function eventTime(epochMs: number): string {
  const iso = new Date(epochMs).toISOString();
  return `${iso.slice(0, 19)}${iso.slice(20, 23)}000Z`;
}
