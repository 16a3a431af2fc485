import { describe, expect, it } from 'vitest';
import { HOST_VIEWS, inView, matchesSearch } from './host-search';
import { testAlarm, testHost, testLocked, testUnprovisioned } from './test-facts';

describe('the search box', () => {
  const host = testHost({ location: 'Rack 4, Ottawa', serial: 'SGH7000004' });
  it.each([
    ['', true],
    ['  ', true],
    ['worker', true],
    ['WORKER-0', true],
    ['204.24', true],
    ['3c:fd:fe:00:04:00', true],
    ['3C-FD-FE-00-04-00', true],
    ['3cfd.fe00.0400', true],
    ['3cfdfe000400', true],
    ['3c fd fe 00 04 00', true],
    ['FE-00-04', true],
    ['fe00.04', true],
    ['fe:00:05', false],
    ['sgh7000004', true],
    ['ottawa', true],
    ['ottawa worker', true],
    ['ottawa storage', false],
    ['9ff0fedc', true],
    ['10.10.11.14', true],
    ['worker-1', false],
    ['null', false],
  ])('%s: %s', (typed, found) => expect(matchesSearch(host, typed)).toBe(found));

  it('finds a discovered node by its MAC, and nothing in what is missing', () => {
    expect(matchesSearch(testUnprovisioned(), '3c-fd-fe-00-0a')).toBe(true);
    expect(matchesSearch(testUnprovisioned({ mgmtMac: null }), '3c-fd-fe-00-0a')).toBe(false);
    expect(matchesSearch(testUnprovisioned({ hostname: '<script>' }), '<script>')).toBe(true);
  });
});

describe('saved views', () => {
  it.each([
    ['healthy', testHost(), [], ['all']],
    ['locked', testLocked(), [], ['all', 'locked']],
    ['locked and rebooting', testLocked({ task: 'Rebooting' }), [], ['all', 'task', 'locked']],
    ['failed', testHost({ availability: 'failed', operational: 'disabled' }), [], ['all', 'attention']],
    ['with a major alarm', testHost(), [testAlarm()], ['all', 'attention']],
    ['with a minor alarm', testHost(), [testAlarm({ severity: 'minor' })], ['all']],
    ['alarms unread', testHost(), null, ['all']],
  ])('%s', (_name, host, alarms, views) => {
    expect(HOST_VIEWS.filter((view) => inView(view, host, alarms))).toEqual(views);
  });
});
