/** The live sources of this process, as they are configured. None is there unless its variable is set. */
import 'server-only';
import { labelNames, metricNames, nodeAddress } from '@/lib/domain/clock/live-config';
import { fail } from '@/lib/domain/result';
import { env } from '@/lib/env';
import { processWide } from '@/lib/process-wide';
import { type ClockStore, readClocks } from '@/lib/stx/prometheus/clocks';
import { askNode, type Node } from '@/lib/stx/ptp-notification/node';
import { newRequestId } from '../request-id';
import type { LiveAdapter } from './adapter';
import { NodeReader } from './node-reader';
import { Push } from './push';
import { StoreReader } from './store-reader';

export type LiveSources = { nodes?: NodeReader; push?: Push; store?: LiveAdapter };

declare global {
  interface RoostProcess {
    liveSources?: LiveSources;
  }
}

/** Made once, from the configuration. */
export function liveSources(): LiveSources {
  const shared = processWide();
  shared.liveSources ??= { ...ofNodes(), ...ofStore() };
  return shared.liveSources;
}

/** A node that tells by itself is asked now and then all the same: a message may get lost. */
const TOLD_MS = 45_000;
/** A little below the pace of the views, so that a view which is due finds its sources due too. */
const paceMs = () => env().ROOST_POLL_SLOW_SECONDS * 800;

function ofNodes(): LiveSources {
  const template = env().ROOST_PTP_NOTIFICATION_URL;
  if (template === '') return {};
  const push =
    env().ROOST_PTP_CALLBACK_URL === '' ? undefined : new Push({ callback: callbackBase(), nodeOf });
  const nodes = new NodeReader({
    sourceName: (host) => {
      const base = nodeAddress(template, host);
      return base === undefined ? undefined : new URL(base).host;
    },
    ask: async (host) => {
      const node = nodeOf(host);
      return node
        ? askNode(node, newRequestId())
        : fail({ kind: 'invalid', message: `${host} has no address.` });
    },
    intervalMs: (host) => Math.max(paceMs(), push?.isSubscribed(host) ? TOLD_MS : 0),
    onAnswer: (host) => void push?.keep(host),
    onForgotten: (host) => void push?.drop(host),
  });
  return push ? { nodes, push } : { nodes };
}

const callbackBase = () => env().ROOST_PTP_CALLBACK_URL.replace(/\/+$/, '');

function nodeOf(host: string): Node | undefined {
  const { ROOST_PTP_NOTIFICATION_URL, ROOST_PTP_NOTIFICATION_VERSION, ROOST_PTP_NOTIFICATION_CA_FILE } =
    env();
  const base = nodeAddress(ROOST_PTP_NOTIFICATION_URL, host);
  const rest = { version: ROOST_PTP_NOTIFICATION_VERSION, caFile: ROOST_PTP_NOTIFICATION_CA_FILE };
  return base === undefined ? undefined : { host, base, ...rest };
}

function ofStore(): LiveSources {
  const store = clockStore();
  if (!store) return {};
  const ask = () => readClocks(store, newRequestId());
  return { store: new StoreReader({ sourceName: store.name, ask, intervalMs: paceMs }) };
}

/** The metrics store, or undefined when none is configured. */
export function clockStore(): ClockStore | undefined {
  const set = env();
  if (set.ROOST_PROMETHEUS_URL === '') return undefined;
  const metrics = metricNames(set.ROOST_PROMETHEUS_METRICS);
  const labels = labelNames(set.ROOST_PROMETHEUS_LABELS);
  if ('fault' in metrics || 'fault' in labels) return undefined;
  return {
    base: set.ROOST_PROMETHEUS_URL.replace(/\/+$/, ''),
    name: new URL(set.ROOST_PROMETHEUS_URL).host,
    tokenFile: set.ROOST_PROMETHEUS_TOKEN_FILE,
    caFile: set.ROOST_PROMETHEUS_CA_FILE,
    metrics: metrics.names,
    labels: labels.names,
    selector: set.ROOST_PROMETHEUS_SELECTOR.trim().replace(/,$/, ''),
    scrapeSeconds: set.ROOST_PROMETHEUS_SCRAPE_SECONDS,
  };
}
