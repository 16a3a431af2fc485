import { describe, expect, it } from 'vitest';
import type { Failure } from '@/lib/domain/result';
import type { ViewFailure } from '@/lib/queries/view-failures';
import { outageOf } from './outage';

const failure = (
  view: string,
  service: string | undefined,
  more: Partial<Failure> & { asOf?: number } = {},
): ViewFailure => {
  const { asOf, ...error } = more;
  return {
    view,
    error: { kind: 'unavailable', message: 'no answer', ...(service ? { service } : {}), ...error },
    nextAt: 9_000,
    ...(asOf === undefined ? {} : { asOf }),
  };
};

describe('what does not answer', () => {
  it('is nothing while all is read, and nothing of the banner’s when a page is refused or not found', () => {
    expect(outageOf({ failures: [], readable: 3 })).toBeNull();
    expect(
      outageOf({ failures: [failure('host', 'sysinv', { kind: 'not-found' })], readable: 2 }),
    ).toBeNull();
    expect(
      outageOf({ failures: [failure('hosts', 'sysinv', { kind: 'forbidden' })], readable: 2 }),
    ).toBeNull();
    expect(
      outageOf({ failures: [failure('hosts', undefined, { kind: 'unauthenticated' })], readable: 0 }),
    ).toBeNull();
  });

  it('is one service, with what it feeds', () => {
    const outage = outageOf({ failures: [failure('alarms', 'fm', { asOf: 1_000 })], readable: 2 });
    expect(outage?.what).toBe('Fault management (fm) does not answer.');
    expect(outage?.shown).toEqual({ subject: 'alarms', asOf: 1_000 });
    expect(outage?.unknown).toBeNull();
  });

  it('tells what was read before from what never was, and dates it by the oldest', () => {
    const outage = outageOf({
      failures: [
        failure('hosts', 'sysinv', { asOf: 5_000 }),
        failure('system', 'sysinv', { asOf: 2_000 }),
        failure('host', 'sysinv'),
      ],
      readable: 1,
    });
    expect(outage?.what).toBe('System inventory (sysinv) does not answer.');
    expect(outage?.shown).toEqual({ subject: 'hosts and the cloud', asOf: 2_000 });
    expect(outage?.unknown).toBe('this host could not be read yet');
  });

  it('names a service that answers with a fault of its own, beside the one that is silent', () => {
    const broken = failure('alarms', 'fm', {
      kind: 'refused',
      status: 500,
      message: '[Errno 111] ECONNREFUSED',
      asOf: 1,
    });
    expect(outageOf({ failures: [broken], readable: 2 })?.what).toBe(
      'Fault management (fm) fails with HTTP 500: [Errno 111] ECONNREFUSED.',
    );
    expect(outageOf({ failures: [failure('hosts', 'sysinv'), broken], readable: 0 })?.what).toBe(
      'System inventory (sysinv) does not answer. Fault management (fm) fails with HTTP 500: [Errno 111] ECONNREFUSED.',
    );
  });

  it('is the controller when nothing answers, and the console when that does not', () => {
    const both = [failure('hosts', 'sysinv', { asOf: 5_000 }), failure('alarms', 'fm', { asOf: 6_000 })];
    expect(outageOf({ failures: both, readable: 0 })?.what).toBe('Controller does not answer.');
    expect(outageOf({ failures: both, readable: 0 })?.shown?.subject).toBe('data');
    expect(outageOf({ failures: both, readable: 1 })?.what).toBe(
      'System inventory (sysinv) and Fault management (fm) do not answer.',
    );
    const cut = both.map((each) => ({ ...each, error: { ...each.error, service: 'console' } }));
    expect(outageOf({ failures: cut, readable: 0 })?.what).toBe('The console does not answer.');
  });

  it('does not say silent of a service that answers what cannot be read', () => {
    const outage = outageOf({ failures: [failure('alarms', 'fm', { kind: 'unreadable' })], readable: 2 });
    expect(outage?.what).toBe('Fault management (fm) gives an answer that cannot be read.');
  });

  it('tries again when the first of the failed reads is due', () => {
    const failures = [failure('alarms', 'fm'), { ...failure('events', 'fm'), nextAt: 4_000 }];
    expect(outageOf({ failures, readable: 0 })?.nextAt).toBe(4_000);
  });
});

it('is the device itself when it has no link', () => {
  const health = { failures: [failure('hosts', 'console', { asOf: 1_000 })], readable: 0 };
  expect(outageOf(health, false)).toMatchObject({
    what: 'This device has no link. Nothing is sent until it is back.',
    shown: { asOf: 1_000 },
  });
  expect(outageOf(health)?.what).toBe('The console does not answer.');
});
