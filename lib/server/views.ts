/**
 * Every fact a view can ask for, by name. `params` comes from a browser and is validated; `load` calls one
 * client of lib/stx; `pace` says how soon a newer reading is worth a request.
 */
import 'server-only';
import { z } from 'zod';
import { kernelWaits } from '@/lib/domain/capacity/kernel';
import { isPending } from '@/lib/domain/capacity/memory-plan';
import { STATES } from '@/lib/domain/event-filter';
import type { HostList } from '@/lib/domain/host';
import { isChanging } from '@/lib/domain/host';
import type { Reading } from '@/lib/domain/reading';
import { allowed } from '@/lib/domain/result';
import { may } from '@/lib/domain/rights';
import { patchOf, type RowPatch } from '@/lib/domain/row-patch';
import { env } from '@/lib/env';
import { listAlarms } from '@/lib/stx/fm/alarms';
import { getEventFacts, listEvents } from '@/lib/stx/fm/events';
import { listAlarmTypes } from '@/lib/stx/fm/suppression';
import * as parts from '@/lib/stx/sysinv/host-parts';
import { getHost, listHosts } from '@/lib/stx/sysinv/hosts';
import { getSystem } from '@/lib/stx/sysinv/systems';
import { loadMarkHistory, loadMarks, noteActive } from './alarm-marks';
import { applicationViews } from './application-views';
import { auditParams, loadAuditTrail } from './audit-trail';
import { clockConfigViews } from './clock-config-views';
import { clockViews } from './clock-views';
import { declarationViews } from './declaration-views';
import { deviceViews } from './device-views';
import { countEvents, countsParams, listEventRows, rowsParams } from './events';
import { healthViews } from './health-views';
import { isCloudFact, isHostFact, loadCloudFact, loadHostFact } from './host-facts';
import { kubeViews } from './kube-views';
import { networkViews } from './network-views';
import { connect, sharedReads } from './platform';
import { provisionViews } from './provision-views';
import { registryViews } from './registry-views';
import { sensorViews } from './sensor-views';
import type { Session } from './session-types';
import { storageViews } from './storage-views';
import type { TimeReadings } from './time-takers';
import { none, type Pace, type View, view } from './view';

/** A uuid or a hostname: both name a host to sysinv. */
const hostRef = z.string().regex(/^[\w.-]{1,255}$/);

const ofHost = z.strictObject({ hostId: z.uuid() });

const hostsPace = ({ hosts }: HostList): Pace => (hosts.some(isChanging) ? 'fast' : 'slow');

export const views = {
  /** Every host of the cloud. */
  hosts: view({ params: none, load: (connection) => listHosts(connection), pace: hostsPace }),
  /** One host. */
  host: view({
    params: z.strictObject({ host: hostRef }),
    load: (connection, { host }) => getHost(connection, host),
    pace: (host) => (isChanging(host) ? 'fast' : 'slow'),
  }),
  /** The cloud's name, kind and release. */
  system: view({ params: none, load: (connection) => getSystem(connection), pace: () => 'rare' }),
  /** Every active alarm, suppressed ones marked: the one source of every count. */
  alarms: view({
    params: none,
    load: async (connection, _, session) => {
      const askedAt = Date.now();
      const list = await listAlarms(connection);
      if (list.ok) noteActive(session, list.data, askedAt);
      return list;
    },
    pace: () => 'slow',
  }),
  /** What people of this console say of active alarms: the console's own store, not fault management. */
  alarmMarks: view({ params: none, load: () => loadMarks(), pace: () => 'slow' }),
  /** What was ever said of one alarm, over all its raises. */
  alarmMarkHistory: view({
    params: z.strictObject({ alarmId: z.string().max(255), entity: z.string().max(255) }),
    load: (_, alarm) => loadMarkHistory(alarm),
    pace: () => 'slow',
  }),
  /** Writes made through this console, newest first: a page of the store's audit trail. */
  auditTrail: view({
    params: auditParams,
    right: { needs: 'audit.read', doing: 'Reading the audit trail' },
    load: (_, params) => loadAuditTrail(params),
    pace: () => 'slow',
  }),
  /** Every type of alarm, with whether it is hidden. Changes when somebody changes it, which is rare. */
  suppressions: view({
    params: none,
    load: (connection) => listAlarmTypes(connection),
    pace: () => 'slow',
  }),
  /** What one host is made of: a request each, asked only by the page that shows it. */
  hostProcessors: view({
    params: ofHost,
    load: (connection, { hostId }) => parts.listPart(connection, hostId, parts.cpus),
    pace: () => 'minute',
  }),
  hostMemory: view({
    params: ofHost,
    load: (connection, { hostId }) => parts.listPart(connection, hostId, parts.memory),
    // What waits for an unlock is there some minutes after one.
    pace: ({ rows }) => (rows.some(isPending) ? 'slow' : 'minute'),
  }),
  hostFilesystems: view({
    params: ofHost,
    load: (connection, { hostId }) => parts.listPart(connection, hostId, parts.filesystems),
    pace: () => 'minute',
  }),
  hostLabels: view({
    params: ofHost,
    load: (connection, { hostId }) => parts.listPart(connection, hostId, parts.labels),
    pace: () => 'minute',
  }),
  hostDevices: view({
    params: ofHost,
    load: (connection, { hostId }) => parts.listPart(connection, hostId, parts.devices),
    pace: () => 'minute',
  }),
  hostDataNetworks: view({
    params: ofHost,
    load: (connection, { hostId }) => parts.listPart(connection, hostId, parts.dataNetworks),
    pace: () => 'minute',
  }),
  hostKernel: view({
    params: ofHost,
    load: (connection, { hostId }) => parts.getKernel(connection, hostId),
    pace: (kernel) => (kernelWaits(kernel) ? 'slow' : 'rare'),
  }),
  /** Events of the last hours, newest first, of all or of one entity or one type (FM matches parts of either). */
  events: view({
    params: z.strictObject({
      hours: z.number().int().min(1).max(720),
      entity: z.string().max(255).optional(),
      eventId: z.string().max(64).optional(),
    }),
    load: (connection, { hours, entity, eventId }) =>
      listEvents(connection, {
        from: Date.now() - hours * 3_600_000,
        to: null,
        most: 1_000,
        ...(entity ? { entity } : {}),
        ...(eventId ? { eventId } : {}),
      }),
    pace: () => 'minute',
  }),
  /** A page of the event log, newest first, with how long each alarm stood. */
  eventRows: view({
    params: rowsParams,
    load: listEventRows,
    pace: ({ whole }) => (whole ? 'slow' : 'fast'),
  }),
  /** Counts of the event log over a range. */
  eventCounts: view({
    params: countsParams,
    load: countEvents,
    pace: ({ from, to }) => (to - from > 2 * 86_400_000 ? 'minute' : 'slow'),
  }),
  /** What the list does not say of one event; it does not change any more. */
  eventFacts: view({
    params: z.strictObject({
      id: z.string().max(64),
      state: z.enum(STATES).exclude(['operator']),
      at: z.number().int().min(0),
    }),
    load: getEventFacts,
    pace: () => 'rare',
  }),
  ...clockViews,
  ...clockConfigViews,
  ...networkViews,
  ...storageViews,
  ...deviceViews,
  ...applicationViews,
  ...kubeViews,
  ...healthViews,
  ...registryViews,
  ...sensorViews,
  ...declarationViews,
  ...provisionViews,
  /** A fact of the cloud that a preflight leans on; one view each, so that none waits for another. */
  cloudFact: view({
    params: z.strictObject({ fact: z.string().refine(isCloudFact) }),
    load: (connection, { fact }) => loadCloudFact(connection, fact),
    pace: () => 'slow',
  }),
  /** The same of one host. */
  hostFact: view({
    params: z.strictObject({ host: z.uuid(), fact: z.string().refine(isHostFact) }),
    load: (connection, { fact, host }, session) =>
      loadHostFact(connection, fact, host, timeReadings(session)),
    pace: () => 'slow',
  }),
};

export type Views = typeof views;
export type ViewName = keyof Views;
export type ParamsOf<N extends ViewName> = z.infer<Views[N]['params']>;
export type DataOf<N extends ViewName> = Extract<Awaited<ReturnType<Views[N]['load']>>, { ok: true }>['data'];

function paceMs(pace: Pace): number {
  const { ROOST_POLL_FAST_SECONDS, ROOST_POLL_SLOW_SECONDS } = env();
  if (pace === 'fast') return ROOST_POLL_FAST_SECONDS * 1000;
  if (pace === 'slow') return ROOST_POLL_SLOW_SECONDS * 1000;
  return pace === 'minute' ? 60_000 : 300_000;
}

const keyOf = (name: ViewName, params: unknown) => `${name} ${JSON.stringify(params)}`;

const patches = new WeakMap<object, WeakMap<object, RowPatch | undefined>>();

/**
 * What a viewer who holds an older version of a reading needs for the newer one; undefined when that is the whole. Made
 * once for all who hold the same.
 */
export function patchSince<N extends ViewName>(
  session: Session,
  name: N,
  params: ParamsOf<N>,
  version: string,
  data: DataOf<N>,
): RowPatch | undefined {
  const before = sharedReads().earlier(session, keyOf(name, params), version)?.data;
  if (typeof before !== 'object' || before === null || typeof data !== 'object' || data === null)
    return undefined;
  const made = patches.get(data) ?? new WeakMap<object, RowPatch | undefined>();
  patches.set(data, made);
  if (!made.has(before)) made.set(before, patchOf(version, before, data));
  return made.get(before);
}

/** Takes a view's reading for a session. The session must come from the guard. */
export function readView<N extends ViewName>(
  session: Session,
  name: N,
  params: ParamsOf<N>,
  byHand = false,
): Promise<Reading<DataOf<N>>> {
  // One definition per name: the casts say what the registry's own type says, which TypeScript cannot follow
  // through an indexed union.
  const { load, pace, keep, right } = views[name] as unknown as View<ParamsOf<N>, DataOf<N>>;
  const verdict = right ? may(session.viewer, right.needs, right.doing) : allowed;
  if (!verdict.ok) {
    const paceMs = 60_000;
    return Promise.resolve({ error: { kind: 'forbidden', message: verdict.why }, nextInMs: paceMs, paceMs });
  }
  return sharedReads().read<DataOf<N>>(
    session,
    {
      key: keyOf(name, params),
      load: async (carrier) => {
        const connection = await connect(carrier);
        return connection.ok ? load(connection.data, params, carrier) : connection;
      },
      freshForMs: (data) => paceMs(pace(data)),
      ...(keep ? { keep } : {}),
    },
    byHand,
  );
}

/** What the clocks of the console are made of. */
function timeReadings(session: Session): TimeReadings {
  return {
    hosts: () => readView(session, 'hosts', {}),
    config: () => readView(session, 'ptpConfig', {}),
    links: () => readView(session, 'ptpLinks', {}),
  };
}
