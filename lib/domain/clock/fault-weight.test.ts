import { expect, it } from 'vitest';
import { besideOthers, heldByPll } from './fault-weight';
import type { TimingFault, TimingForm } from './timing-fault';

const of = (form: TimingForm, state: TimingFault['state'] = 'freerun') => ({ form, state });

it.each<[string, TimingForm, TimingForm[], TimingFault['state']]>([
  ['no pulse', '1pps-signal-loss', [], 'freerun'],
  ['no pulse, and the PLL holds over', '1pps-signal-loss', ['holdover'], 'holdover'],
  ['no satellites', 'gnss-monitor-signal-loss', [], 'freerun'],
  [
    'no satellites, and the card says how it is',
    'gnss-monitor-signal-loss',
    ['gnss-signal-loss'],
    'degraded',
  ],
  ['no satellites, and the PLL holds over', 'gnss-monitor-signal-loss', ['holdover'], 'degraded'],
  ['the card itself is believed', 'gnss-signal-loss', ['holdover'], 'freerun'],
  ['not locked, by now', 'no-lock', ['phc2sys-low-priority'], 'freerun'],
])('%s', (_, form, others, state) => {
  expect(heldByPll(of(form), [of(form), ...others.map((other) => of(other))])).toBe(state);
});

it.each<[string, TimingForm, TimingForm[], TimingFault['state']]>([
  ['not locked', 'no-lock', [], 'freerun'],
  ['not locked, and phc2sys took another source', 'no-lock', ['phc2sys-low-priority'], 'degraded'],
  ['not running, and phc2sys took another source', 'process', ['phc2sys-low-priority'], 'degraded'],
  [
    'not locked, and then the other is lost as well',
    'no-lock',
    ['phc2sys-low-priority', 'phc2sys-no-source'],
    'freerun',
  ],
  ['phc2sys without a source', 'phc2sys-no-source', ['phc2sys-low-priority'], 'freerun'],
  ['no pulse, and the PLL holds over', '1pps-signal-loss', ['holdover'], 'holdover'],
])('over time: %s', (_, form, others, state) => {
  expect(besideOthers(of(form), [of(form), ...others.map((other) => of(other))])).toBe(state);
});

it('leaves what is no loss as it is', () => {
  expect(besideOthers(of('gnss-monitor-signal-loss', 'holdover'), [of('gnss-signal-loss')])).toBe('holdover');
});
