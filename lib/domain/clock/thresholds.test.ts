import { describe, expect, it } from 'vitest';
import { clockClass } from './clock-class';
import { testInstance } from './test-clocks';
import {
  alarmAtLine,
  DEFAULT_LIMITS,
  isMeasured,
  judgeOffset,
  limitsOf,
  REFERENCE_LINES,
} from './thresholds';

describe('limits of an instance', () => {
  it.each<[Record<string, string>, Partial<typeof DEFAULT_LIMITS>]>([
    [{}, DEFAULT_LIMITS],
    [
      { monitoring: 'offset_threshold_minor_nsec=500 holdover_seconds=7200' },
      { minorNs: 500, majorNs: 1_000_000, holdoverSeconds: 7_200, own: ['minorNs', 'holdoverSeconds'] },
    ],
    // The section that the plugin reads is another.
    [{ global: 'offset_threshold_minor_nsec=500' }, DEFAULT_LIMITS],
    // The plugin falls back to its default.
    [{ monitoring: 'offset_threshold_minor_nsec=abc' }, DEFAULT_LIMITS],
    [{ monitoring: 'holdover_seconds=100 holdover_seconds=200' }, { holdoverSeconds: 200 }],
    [{ monitoring: 'locked_to_holdover_threshold_seconds=60' }, { lockedToHoldoverSeconds: 60 }],
  ])('%j', (sections, limits) => {
    expect(limitsOf(testInstance('ptp4l', [], sections))).toMatchObject(limits);
  });
});

describe('an offset against the platform and a telecom line', () => {
  const [classFour, network, prtc] = REFERENCE_LINES;
  it.each([
    [1_050, network, 'minor', true],
    [-1_180, network, 'minor', false],
    [1_180, classFour, 'minor', true],
    [90, prtc, 'inside', true],
    [101, prtc, 'inside', false],
    [1_000, prtc, 'inside', false],
    [1_000_001, classFour, 'major', false],
  ])('%d ns', (ns, line, platform, insideReference) => {
    expect(judgeOffset(ns, DEFAULT_LIMITS, line ?? { ns: 0 })).toEqual({ platform, insideReference });
  });
});

it('says where a telecom line is passed without an alarm', () => {
  const [classFour, network, prtc] = REFERENCE_LINES.map((line) => alarmAtLine(DEFAULT_LIMITS, line));
  expect([classFour, network, prtc]).toEqual(['minor', 'minor', 'silent']);
  expect(alarmAtLine({ minorNs: 1_100 }, { ns: 1_100 })).toBe('minor');
  expect(alarmAtLine({ minorNs: 1_101 }, { ns: 1_100 })).toBe('silent');
});

it('knows which instances have an offset that is held against limits', () => {
  const services = ['ptp4l', 'ts2phc', 'phc2sys', 'clock'].map((service) => testInstance(service, []));
  expect(services.filter(isMeasured).map(({ service }) => service)).toEqual(['ptp4l', 'ts2phc']);
});

describe('clockClass', () => {
  it.each([
    [6, true, null],
    [7, false, 'in-specification'],
    [52, false, 'out-of-specification'],
    [135, false, 'in-specification'],
    [140, false, 'out-of-specification'],
    [150, false, 'out-of-specification'],
    [160, false, 'out-of-specification'],
    [165, false, 'out-of-specification'],
    [187, false, 'out-of-specification'],
    [248, false, null],
    [255, false, null],
  ])('%d', (value, locked, holdover) => {
    expect(clockClass(value)).toMatchObject({ value, locked, holdover });
    expect(clockClass(value).meaning).not.toBe(`Class ${value}`);
  });

  it('keeps a number that no standard names', () => {
    expect(clockClass(99)).toEqual({ value: 99, meaning: 'Class 99', locked: false, holdover: null });
  });
});
