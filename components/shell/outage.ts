/** One sentence for what does not answer: the console, the controller, or one service and what it feeds. */

import { listWords } from '@/lib/format/words';
import type { ViewFailure, ViewHealth } from '@/lib/queries/view-failures';

const NO_LINK = 'This device has no link. Nothing is sent until it is back.';

export type Outage = {
  /** "Controller does not answer." */
  what: string;
  /** What is shown from before, with the oldest date of it; null when nothing of it was ever read. */
  shown: { subject: string; asOf: number } | null;
  /** What cannot be shown at all, in words: "Alarms are unknown." */
  unknown: string | null;
  /** Server time of the next try. */
  nextAt: number;
  /** Of one of the failed reads, for the log. */
  requestId?: string;
};

const SERVICES: Record<string, string> = {
  keystone: 'Sign-in service (keystone)',
  sysinv: 'System inventory (sysinv)',
  fm: 'Fault management (fm)',
  store: "The console's own store",
};

/** What a view's name is called in a sentence. Several views may be one thing. */
const SUBJECTS: Record<string, string> = {
  hosts: 'hosts',
  host: 'this host',
  system: 'the cloud',
  alarms: 'alarms',
  events: 'events',
  eventRows: 'events',
  eventCounts: 'event counts',
  eventFacts: 'details of an event',
  alarmMarks: 'notes on alarms',
  alarmMarkHistory: 'notes on alarms',
  auditTrail: 'the audit trail',
};

/** FM answers 500 with a sentence when the inventory it asks is away: a service that fails, not a person refused. */
const isBroken = ({ error }: ViewFailure) => error.kind === 'refused' && (error.status ?? 0) >= 500;
const isOutage = (failure: ViewFailure) =>
  failure.error.kind === 'unavailable' || failure.error.kind === 'unreadable' || isBroken(failure);

/**
 * Null when every view answered, or failed for a reason that is the page's own to tell (not found, forbidden).
 * @param link whether this device has a link, as its browser knows it
 */
export function outageOf({ failures, readable }: ViewHealth, link = true): Outage | null {
  const failed = failures.filter(isOutage);
  const [first] = failed;
  if (!first) return null;
  const services = [...new Set(failed.map(({ error }) => error.service ?? 'controller'))];
  const dates = failed.flatMap(({ asOf }) => (asOf === undefined ? [] : [asOf]));
  const all = readable === 0 && failed.length > 1 && services.length > 1 && !failed.some(isBroken);
  const whole = all || services.includes('console') || services.includes('controller');
  const never = [...new Set(failed.filter(({ asOf }) => asOf === undefined).map(subject))];
  return {
    what: link ? whatFails(services, all, failed) : NO_LINK,
    shown:
      dates.length === 0
        ? null
        : {
            subject: whole
              ? 'data'
              : listWords([...new Set(failed.filter(({ asOf }) => asOf !== undefined).map(subject))]),
            asOf: Math.min(...dates),
          },
    unknown: never.length === 0 ? null : `${listWords(never)} could not be read yet`,
    nextAt: Math.min(...failed.map(({ nextAt }) => nextAt)),
    ...(first.error.requestId ? { requestId: first.error.requestId } : {}),
  };
}

/** The parts of a host (hostMemory, hostSensors …) are one thing to a reader; each panel says its own. */
const subject = ({ view }: ViewFailure): string =>
  SUBJECTS[view] ?? (view.startsWith('host') ? 'details of this host' : view);

function whatFails(services: readonly string[], all: boolean, failed: readonly ViewFailure[]): string {
  if (services.includes('console')) return 'The console does not answer.';
  if (all || services.includes('controller')) return 'Controller does not answer.';
  const broken = failed.filter(isBroken);
  const silent = failed.filter((failure) => !isBroken(failure));
  return [silentSentence(silent), ...broken.slice(0, 1).map(brokenSentence)].filter(Boolean).join(' ');
}

function brokenSentence({ error }: ViewFailure): string {
  const name = SERVICES[error.service ?? ''] ?? error.service ?? 'A service';
  return `${name} fails with HTTP ${error.status ?? 500}: ${error.message.trim().replace(/\.$/, '')}.`;
}

function silentSentence(failed: readonly ViewFailure[]): string {
  const services = [...new Set(failed.map(({ error }) => error.service ?? 'controller'))];
  if (services.length === 0) return '';
  const names = listWords(services.map((service) => SERVICES[service] ?? service));
  const several = services.length > 1;
  if (failed.every(({ error }) => error.kind === 'unreadable')) {
    return `${names} ${several ? 'give answers' : 'gives an answer'} that cannot be read.`;
  }
  if (failed.every(isBroken))
    return `${names} ${several ? 'fail' : 'fails'}: ${failed[0]?.error.message ?? ''}`;
  return `${names} ${several ? 'do' : 'does'} not answer.`;
}
