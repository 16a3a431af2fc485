/** The finding that the clocks page opens with, and the sentence below it: what is verified, then what needs a person. */
import { counted, isOrAre } from '../words';
import { byAttention, type ClockState, isTrouble } from './clock-state';
import type { HostClock } from './host-clock';

export type ClockSentence = {
  /** "5 of 12 clocks are verified locked". */
  finding: string;
  /** Full sentences; null when there is nothing to add. */
  second: string | null;
};

/** What a state is, of one clock; of several with "are" and "have" in place of "is" and "has". */
const SAID: Partial<Record<ClockState, [one: string, several: string]>> = {
  freerun: ['runs free', 'run free'],
  holdover: ['is on holdover', 'are on holdover'],
  degraded: ['is degraded', 'are degraded'],
  'out-of-tolerance': ['is out of tolerance', 'are out of tolerance'],
};

/**
 * @param clocks of every host
 * @param fmTrouble why fault management does not answer; null while it does
 * @param duration milliseconds in words, "2 h 14 m": how times look is no matter of this room
 */
export function clockSentence(
  clocks: readonly HostClock[],
  fmTrouble: string | null,
  duration: (ms: number) => string,
): ClockSentence {
  const ptp = clocks.filter(({ follows }) => follows === 'ptp');
  if (ptp.length === 0) return withoutPtp(clocks);
  const second = [
    worstSentence(ptp, duration),
    silence(ptp),
    frequencyTrouble(clocks),
    ntpTrouble(clocks),
  ].filter((part) => part !== null);
  return { finding: findingOf(ptp, fmTrouble), second: second.length > 0 ? second.join(' ') : null };
}

const figure = (count: number): string => count.toLocaleString('en-GB');

const inState = (clocks: readonly HostClock[], state: ClockState): HostClock[] =>
  clocks.filter((clock) => clock.state === state);

function findingOf(ptp: readonly HostClock[], fmTrouble: string | null): string {
  const locked = inState(ptp, 'locked').length;
  const all = ptp.length;
  if (locked === all) {
    if (all === 1) return 'The clock is verified locked';
    return `${all === 2 ? 'Both' : `All ${figure(all)}`} clocks are verified locked`;
  }
  if (locked > 0) return `${figure(locked)} of ${counted(all, 'clock')} ${isOrAre(locked)} verified locked`;
  if (fmTrouble !== null) return 'No clock is verified; fault management does not answer';
  const quiet = inState(ptp, 'no-fault').filter((clock) => !losesFrequency(clock)).length;
  if (quiet === 0) return 'No clock is verified';
  return `No clock is verified; no timing alarm stands on ${quiet === all ? (all === 1 ? 'it' : `any of ${figure(all)}`) : `${figure(quiet)} of ${figure(all)}`}`;
}

/** The clocks in the worst state: by name while there is one, by number otherwise. */
function worstSentence(ptp: readonly HostClock[], duration: (ms: number) => string): string | null {
  const troubled = ptp.filter(({ state }) => SAID[state] !== undefined);
  const [worst] = troubled.toSorted((a, b) => byAttention(a.state, b.state));
  const words = worst && SAID[worst.state];
  if (!worst || !words) return null;
  const same = inState(troubled, worst.state);
  const rest = troubled.length - same.length;
  const others = rest > 0 ? `, ${figure(rest)} more ${rest === 1 ? 'needs' : 'need'} attention` : '';
  if (same.length > 1) return `${figure(same.length)} clocks ${words[1]}${others}.`;
  const why = worst.note ? ` (${worst.note})` : '';
  const left = worst.holdover?.leftMs;
  const until =
    left === null || left === undefined ? '' : left === 0 ? ', its time is up' : `, ${duration(left)} left`;
  return `${worst.host} ${words[0]}${why}${until}${others}.`;
}

function silence(ptp: readonly HostClock[]): string | null {
  const unknown = inState(ptp, 'unknown').length;
  if (unknown === 0) return null;
  return `${counted(unknown, 'clock')} ${unknown === 1 ? 'gives' : 'give'} no reading; Roost does not guess.`;
}

const losesFrequency = ({ synce }: HostClock): boolean => synce !== null && isTrouble(synce.state);

/** SyncE carries frequency: told beside the state of time. */
function frequencyTrouble(clocks: readonly HostClock[]): string | null {
  const lost = clocks.filter(losesFrequency);
  const [first] = lost;
  if (!first) return null;
  return lost.length === 1
    ? `${first.host} has trouble with SyncE, which carries frequency.`
    : `${figure(lost.length)} hosts have trouble with SyncE, which carries frequency.`;
}

function ntpTrouble(clocks: readonly HostClock[]): string | null {
  const ntp = clocks.filter(({ follows, state }) => follows === 'ntp' && SAID[state] !== undefined);
  if (ntp.length === 0) return null;
  const [first] = ntp;
  if (ntp.length === 1 && first) {
    return first.state === 'freerun'
      ? `${first.host} reaches none of its NTP servers.`
      : `${first.host} has trouble with its NTP servers.`;
  }
  const without = ntp.filter(({ state }) => state === 'freerun');
  const [alone] = without;
  const worst =
    without.length === 0 || !alone
      ? ''
      : without.length === 1
        ? `, ${alone.host} reaches none`
        : `, ${figure(without.length)} reach none`;
  return `${figure(ntp.length)} hosts have trouble with their NTP servers${worst}.`;
}

function withoutPtp(clocks: readonly HostClock[]): ClockSentence {
  const ntp = clocks.filter(({ follows }) => follows === 'ntp');
  if (clocks.length === 0) return { finding: 'There are no hosts yet', second: null };
  const second = [
    ntp.length > 0 ? `${counted(ntp.length, 'host')} ${ntp.length === 1 ? 'follows' : 'follow'} NTP.` : null,
    ntpTrouble(clocks),
  ].filter((part) => part !== null);
  return { finding: 'No host follows PTP', second: second.length > 0 ? second.join(' ') : null };
}
