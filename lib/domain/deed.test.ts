import { describe, expect, it } from 'vitest';
import type { AuditLine } from './audit';
import { deedEntity, deedOf, deedSentence, deedVerb } from './deed';

const line = (changes: Partial<AuditLine> = {}): AuditLine => ({
  ...{ id: 'a1', at: 10, who: 'ingrid', domain: 'Default', project: 'admin', role: 'operator' },
  ...{ from: '10.0.0.7', cloud: 'c', action: 'host.unlock', target: 'worker-6', outcome: 'ok', status: null },
  ...{ requestId: 'req-1', durationMs: 12, details: {} },
  ...changes,
});

describe('a write as a row of the event log', () => {
  it.each<[Partial<AuditLine>, string]>([
    [{}, 'ingrid unlocked worker-6 from 10.0.0.7'],
    [{ action: 'host.force-lock' }, 'ingrid locked worker-6 by force from 10.0.0.7'],
    [
      { action: 'host-interface.create', target: 'worker-4/vf1' },
      'ingrid created interface worker-4/vf1 from 10.0.0.7',
    ],
    [{ action: 'host.edit' }, 'ingrid changed worker-6 from 10.0.0.7'],
    [{ action: 'host.bulk-add' }, 'ingrid added worker-6 in bulk from 10.0.0.7'],
    [{ action: 'host.bulk-export', target: 'all hosts' }, 'ingrid exported all hosts from 10.0.0.7'],
    [
      { action: 'alarm.mark-seen', target: '100.101 host=worker-1' },
      'ingrid marked alarm 100.101 host=worker-1 as seen from 10.0.0.7',
    ],
    [
      { action: 'alarm-type.suppress', target: '100.119' },
      'ingrid suppressed alarm type 100.119 from 10.0.0.7',
    ],
    [{ action: 'clock.tilt', target: '$& {}' }, 'ingrid did clock.tilt on $& {} from 10.0.0.7'],
    [
      { action: 'host.lock', outcome: 'refused', status: 400, details: { refusal: 'It is the active one.' } },
      'ingrid tried to lock worker-6 from 10.0.0.7. Refused, HTTP 400: It is the active one.',
    ],
    [
      { action: 'host.power-off', outcome: 'unavailable', status: 0 },
      'ingrid tried to power off worker-6 from 10.0.0.7. No answer',
    ],
    [
      { action: 'alarm.delete', target: '100.101 host=a', outcome: 'forbidden' },
      'ingrid tried to delete alarm 100.101 host=a from 10.0.0.7. Not permitted',
    ],
  ])('%j', (changes, sentence) => expect(deedSentence(deedOf(line(changes)))).toBe(sentence));

  it('takes along nothing of what was set', () => {
    const deed = deedOf(line({ details: { location: 'rack 4', bmPassword: '***' } }));
    expect(JSON.stringify(deed)).not.toMatch(/rack 4|bmPassword|location/);
    expect(deed.refusal).toBeNull();
  });

  it('is found by host and by verb like an event', () => {
    expect(deedEntity(line())).toBe('host=worker-6');
    expect(deedEntity(line({ action: 'alarm.note', target: '100.101 host=worker-1.ptp' }))).toBe(
      'host=worker-1.ptp',
    );
    expect(deedEntity(line({ action: 'host-interface-route.add', target: 'worker-4/data0' }))).toBe(
      'host=worker-4.interface=data0',
    );
    expect(deedEntity(line({ action: 'alarm.delete', target: 'a-uuid' }))).toBe('');
    expect(deedEntity(line({ action: 'alarm-type.suppress', target: '100.119' }))).toBe('');
    expect(deedEntity(line({ action: 'host.bulk-export', target: 'all hosts' }))).toBe('');
    expect(deedVerb('host.unlock')).toBe('unlock');
  });
});
