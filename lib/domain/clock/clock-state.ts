/**
 * The states a clock can be in, as a person has to see them. Terms: IEEE 1588 and ITU-T G.8275 (locked, holdover,
 * free-run), the O-RAN O-Cloud notification API (LOCKED, HOLDOVER, FREERUN), and what fault management can say.
 */
export const CLOCK_STATES = [
  /** Nothing disciplines the clock. */
  'freerun',
  /** A reading is expected and there is none: never shown as good. */
  'unknown',
  /** The reference is lost, the oscillator carries the time. */
  'holdover',
  /** Redundancy, quality or configuration is wrong; time is still carried. */
  'degraded',
  /** Locked, and the offset is over a limit of the platform. */
  'out-of-tolerance',
  /** The host follows NTP servers; alarm 100.114 says when it does not. */
  'ntp',
  /** No timing alarm stands. That is all: it does not prove a lock. */
  'no-fault',
  /** A live source said so. */
  'locked',
  /** Neither PTP instances nor NTP. */
  'not-configured',
] as const;

/** In order of attention, worst first. */
export type ClockState = (typeof CLOCK_STATES)[number];

const ORDER = new Map(CLOCK_STATES.map((state, index) => [state, index]));

/** Worst first: negative when `a` asks for a person sooner than `b`. */
export const byAttention = (a: ClockState, b: ClockState): number =>
  (ORDER.get(a) ?? 0) - (ORDER.get(b) ?? 0);

/** The worst of several states; undefined of none. */
export const worstState = (states: readonly ClockState[]): ClockState | undefined =>
  [...states].sort(byAttention)[0];

/** Something is wrong with it that somebody said. Unknown is no trouble of the clock's. */
export const isTrouble = (state: ClockState): boolean =>
  state === 'freerun' || state === 'holdover' || state === 'degraded' || state === 'out-of-tolerance';
