import { describe, expect, it } from 'vitest';
import { answerOf, rateOf } from './file-upload';

describe('the rate of an upload', () => {
  it('is that of the last seconds', () => {
    const rate = rateOf();
    expect(rate(0, 0)).toBeNull();
    expect(rate(1_000, 100)).toBeNull();
    expect(rate(10_000, 1_000)).toBe(10_000);
    expect(rate(20_000, 20_000)).toBeLessThan(1_000);
    expect(rate(120_000, 21_000)).toBe(100_000);
  });
});

describe('what is answered to an upload', () => {
  it('is what names it at the platform, or the words of who refused', () => {
    expect(answerOf(202, '{"name":"snmp"}')).toEqual({ ok: true, data: 'snmp' });
    const error = { kind: 'refused', message: 'No.', service: 'sysinv', status: 400, requestId: 'req-1' };
    expect(answerOf(409, JSON.stringify({ error }))).toEqual({ ok: false, error });
  });

  it.each([
    [413, '<html>413 Request Entity Too Large</html>', /proxy/],
    [504, '', /HTTP 504/],
    [202, '{}', /HTTP 202/],
  ])('%i without words is told as it is', (status, text, message) => {
    expect(answerOf(status, text)).toMatchObject({
      ok: false,
      error: { kind: 'unavailable', message: expect.stringMatching(message) },
    });
  });
});
