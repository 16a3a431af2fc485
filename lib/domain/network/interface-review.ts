/** A list of calls before it is sent: of each what will be sent, what the platform will say, and the same as a command. */

import { allowed, type Verdict } from '../result';
import { interfaceCallCli } from './interface-call-cli';
import { interfaceSteps } from './interface-call-effect';
import { type InterfaceCall, interfaceCallTitle } from './interface-calls';
import type { InterfaceFacts } from './interface-facts';
import { callVerdict } from './interface-rules';

export type InterfaceStep = {
  title: string;
  /** false: it is so already, and nothing will be sent. */
  sent: boolean;
  command: string | null;
  /** What the platform will say, as far as can be told. */
  verdict: Verdict;
};

/** Each is seen from the state that the ones before it leave. */
export function reviewInterfaceCalls(
  calls: readonly InterfaceCall[],
  facts: InterfaceFacts,
): InterfaceStep[] {
  const { host, system } = facts;
  let state = { ...facts, host, system };
  return calls.map((call) => {
    const sent = interfaceSteps.remaining(call, state);
    if (sent === null)
      return { title: interfaceCallTitle(call), sent: false, command: null, verdict: allowed };
    const verdict = callVerdict(sent, state);
    const command = interfaceCallCli(sent, host, state);
    state = { ...state, ...interfaceSteps.after(sent, state) };
    return { title: interfaceCallTitle(sent), sent: true, command, verdict };
  });
}
