import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import type { Failure } from '@/lib/domain/result';
import type { Seen } from './seen';
import { servicesAway } from './services-away';

const silent = (service: string): Failure => ({
  kind: 'unavailable',
  service,
  status: 0,
  message: `${service} does not answer.`,
});
const seen = (error?: Failure): Seen<object> => ({
  data: {},
  asOf: 1_000,
  nextAt: 2_000,
  paceMs: 1_000,
  misses: error ? 1 : 0,
  ...(error ? { error } : {}),
});

/** A page that watches these views, with these newest readings. */
function page(readings: Record<string, Failure | undefined>): QueryClient {
  const client = new QueryClient();
  for (const [view, error] of Object.entries(readings)) {
    const queryKey = ['view', view, {}];
    client.setQueryData(queryKey, seen(error));
    // Watched, and never read again: what counts is what is there.
    const queryFn = () => seen(error);
    new QueryObserver(client, { queryKey, queryFn, staleTime: Number.POSITIVE_INFINITY }).subscribe(
      () => undefined,
    );
  }
  return client;
}

describe('services that do not answer', () => {
  it.each<[string, Record<string, Failure | undefined>, string[]]>([
    ['all is read', { hosts: undefined, system: undefined, alarms: undefined }, []],
    ['nothing is watched', {}, []],
    [
      'the inventory is silent',
      { hosts: silent('sysinv'), system: undefined, alarms: undefined },
      ['sysinv'],
    ],
    ['so is fault management', { hosts: silent('sysinv'), alarms: silent('fm') }, ['sysinv', 'fm']],
    ['the view that is read most often is back', { hosts: undefined, system: silent('sysinv') }, []],
    ['a host page alone', { host: silent('sysinv'), alarms: undefined }, ['sysinv']],
    ['the overview knows the cloud alone', { system: silent('sysinv') }, ['sysinv']],
    ['it answers, with an error', { hosts: { ...silent('sysinv'), status: 503 } }, []],
    ['it refuses', { hosts: { kind: 'forbidden', service: 'sysinv', status: 403, message: 'no' } }, []],
    ['the log-in service is the silent one', { hosts: silent('keystone') }, []],
    ['the console itself is', { hosts: { kind: 'unavailable', service: 'console', message: 'no' } }, []],
  ])('%s', (_, readings, expected) => {
    expect(servicesAway(page(readings))).toEqual(expected);
  });

  it('a reading that nobody watches any more says nothing', () => {
    const client = new QueryClient();
    client.setQueryData(['view', 'hosts', {}], seen(silent('sysinv')));
    expect(servicesAway(client)).toEqual([]);
  });
});
