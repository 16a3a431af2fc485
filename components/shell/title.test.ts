import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AlarmCounts } from '@/lib/domain/alarm';
import { faviconHref, prefixedTitle, tallySentence, titlePrefix, type Worst, worstSeverity } from './title';

const counts = (over: Partial<AlarmCounts> = {}): AlarmCounts => ({
  critical: 0,
  major: 0,
  minor: 0,
  warning: 0,
  suppressed: 0,
  shelved: 0,
  ...over,
});

describe('the worst of what is known', () => {
  it.each<[Partial<AlarmCounts> | undefined, boolean, Worst]>([
    [{ critical: 1, warning: 7 }, false, 'critical'],
    [{ major: 1, minor: 2 }, false, 'major'],
    [{ warning: 1 }, false, 'warning'],
    [{}, false, 'none'],
    [{ suppressed: 4 }, false, 'none'],
    [undefined, false, 'unknown'],
    // Old figures are no verdict, least of all a good one.
    [{}, true, 'unknown'],
    [{ critical: 1 }, true, 'unknown'],
  ])('%j, stale %s: %s', (given, stale, worst) => {
    expect(worstSeverity(given && counts(given), stale)).toBe(worst);
  });
});

describe('the title', () => {
  it.each<[Partial<AlarmCounts> | undefined, boolean, string]>([
    [
      { critical: 1, major: 4, minor: 3, warning: 5, suppressed: 9 },
      false,
      '(13) 1 critical - Hosts - Roost',
    ],
    [{ minor: 2 }, false, '(2) 2 minor - Hosts - Roost'],
    [{}, false, 'Hosts - Roost'],
    [{ critical: 1 }, true, '(?) Hosts - Roost'],
    [undefined, false, '(?) Hosts - Roost'],
  ])('%j, stale %s: %s', (given, stale, title) => {
    const prefix = titlePrefix(given && counts(given), stale);
    expect(prefixedTitle('Hosts - Roost', prefix)).toBe(title);
    // Applied to its own work it changes nothing, whatever was there before.
    expect(prefixedTitle(title, prefix)).toBe(title);
    expect(prefixedTitle(prefixedTitle(title, '(3) 3 major - '), prefix)).toBe(title);
  });

  it('says that there may be more alarms than were read', () => {
    const many = counts({ critical: 12, major: 1988 });
    const prefix = titlePrefix(many, false, true);
    expect(prefixedTitle('Hosts - Roost', prefix)).toBe('(2000+) 12+ critical - Hosts - Roost');
    expect(prefixedTitle('(2000+) 12+ critical - Hosts - Roost', '')).toBe('Hosts - Roost');
    expect(titlePrefix(counts(), false, true)).toBe('(?) ');
    expect(tallySentence(many, false, true)).toBe(
      'Active alarms: at least 12 critical, 1988 major, no minor, no warning',
    );
  });

  it('waits for a page that has no title yet, also after an earlier prefix was trimmed', () => {
    expect(prefixedTitle('', '(13) 1 critical - ')).toBe('');
    expect(prefixedTitle('(13) 1 critical -', '(13) 1 critical - ')).toBe('');
    expect(prefixedTitle('(?)', '(?) ')).toBe('');
  });

  it('leaves a page alone whose own name begins with a number in brackets', () => {
    expect(prefixedTitle('(b) side - Roost', '')).toBe('(b) side - Roost');
  });
});

it.each<[Worst]>([['critical'], ['major'], ['minor'], ['warning'], ['none'], ['unknown']])(
  'has an icon for %s',
  (worst) => {
    expect(existsSync(`public${faviconHref(worst)}`)).toBe(true);
  },
);

it('says the tally in words, and says when it is old or unknown', () => {
  expect(tallySentence(counts({ critical: 1, warning: 5 }), false)).toBe(
    'Active alarms: 1 critical, no major, no minor, 5 warning',
  );
  expect(tallySentence(counts({ critical: 1 }), true)).toContain('as last read');
  expect(tallySentence(undefined, true)).toBe('Active alarms: unknown');
});
