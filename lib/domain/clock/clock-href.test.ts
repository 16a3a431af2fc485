import { describe, expect, it } from 'vitest';
import { clockHref } from './clock-href';

describe('the clock that an alarm is about', () => {
  it('is that of its host, for alarms about time alone', () => {
    expect(clockHref('100.119', 'host=worker-5.instance=ptp-bc.ptp=no-lock')).toBe('/clocks?open=worker-5');
    expect(clockHref('100.114', 'host=storage-0.ntp=10.0.0.1')).toBe('/clocks?open=storage-0');
    expect(clockHref('100.101', 'host=worker-5')).toBeNull();
    expect(clockHref('100.119', 'system=x')).toBeNull();
  });
});
