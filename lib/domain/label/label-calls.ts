/** Changes to the labels of a host, each one request to sysinv (api/controllers/v1/label.py). They are meant by key. */
import { shellQuote } from '../host-action-cli';
import type { HostLabel } from '../host-parts';
import type { StepsOf } from '../steps';

export type LabelPair = { key: string; value: string };

export type LabelCall =
  /** All of them in one request. */
  | { do: 'labels.assign'; labels: readonly LabelPair[]; overwrite: boolean }
  /** The platform removes one at a time. */
  | { do: 'label.remove'; key: string };

export type LabelJob =
  /** first: keys to begin with, such as one whose value is to be changed. */
  { job: 'assign'; first?: string } | { job: 'remove'; keys: readonly string[] };

export type HostLabels = { labels: readonly HostLabel[] };

export const pairWords = ({ key, value }: { key: string; value: string | null }): string =>
  value === null ? key : `${key}=${value}`;

export const labelTitle = (call: LabelCall): string =>
  call.do === 'label.remove'
    ? `Remove ${call.key}`
    : `${call.overwrite ? 'Set' : 'Assign'} ${call.labels.map(pairWords).join(', ')}`;

/** The `system …` command (cgts-client v1/label_shell.py). @param host as the command line calls it */
export const labelCli = (call: LabelCall, host: string): string =>
  call.do === 'label.remove'
    ? `system host-label-remove ${host} ${shellQuote(call.key)}`
    : `system host-label-assign ${host} ${call.labels.map((one) => shellQuote(pairWords(one))).join(' ')}${call.overwrite ? ' --overwrite' : ''}`;

const valueNow = ({ labels }: HostLabels, key: string) => labels.find((one) => one.key === key)?.value;

function remaining(call: LabelCall, state: HostLabels): LabelCall | null {
  if (call.do === 'label.remove') return state.labels.some(({ key }) => key === call.key) ? call : null;
  const labels = call.labels.filter(({ key, value }) => valueNow(state, key) !== value);
  return labels.length > 0 ? { ...call, labels } : null;
}

function after(call: LabelCall, { labels }: HostLabels): HostLabels {
  if (call.do === 'label.remove') return { labels: labels.filter(({ key }) => key !== call.key) };
  const set = new Map(call.labels.map((one) => [one.key, one.value]));
  const kept = labels.map((one) => (set.has(one.key) ? { ...one, value: set.get(one.key) ?? null } : one));
  const fresh = call.labels.filter(({ key }) => labels.every((one) => one.key !== key));
  return { labels: [...kept, ...fresh.map((one) => ({ id: '', ...one }))] };
}

/** A label that was removed gets its value back. Several that were assigned are no one request to take away. */
function inverse(call: LabelCall, before: HostLabels): LabelCall | null {
  if (call.do !== 'label.remove') return null;
  const value = valueNow(before, call.key) ?? null;
  return value === null ? null : { do: 'labels.assign', labels: [{ key: call.key, value }], overwrite: true };
}

export const labelSteps: StepsOf<LabelCall, HostLabels> = {
  ...{ remaining, after, inverse },
  partOf: () => null,
};
