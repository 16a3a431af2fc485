/** A list of calls before it is sent: of each what will be sent, what the platform will say, and the same as a command. */
import { allowed, type Verdict } from '../../result';
import { storageCallCli } from './call-cli';
import { storageSteps } from './call-effect';
import type { StorageCall } from './calls';
import type { StorageFacts } from './facts';
import { callVerdict } from './rules';
import { storageCallTitle } from './titles';
import { type When, whenOf } from './when';

export type StorageStep = {
  title: string;
  /** false: it is so already, and nothing will be sent. */
  sent: boolean;
  command: string | null;
  /** What the platform will say, as far as can be told. */
  verdict: Verdict;
  when: When;
};

/** Each is seen from the state that the ones before it leave. */
export function reviewStorageCalls(calls: readonly StorageCall[], facts: StorageFacts): StorageStep[] {
  let state = facts;
  return calls.map((call) => {
    const sent = storageSteps.remaining(call, state);
    const title = storageCallTitle(sent ?? call, state);
    if (sent === null) return { title, sent: false, command: null, verdict: allowed, when: 'now' };
    const verdict = callVerdict(sent, state);
    const command = storageCallCli(sent, facts.host, state);
    const when = whenOf(sent, state);
    state = { ...state, ...storageSteps.after(sent, state) };
    return { title, sent: true, command, verdict, when };
  });
}
