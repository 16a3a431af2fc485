import { type InterfaceState, interfaceSteps } from '../interface-call-effect';
import type { InterfaceCall } from '../interface-calls';
import type { InterfaceFacts } from '../interface-facts';

/** What a change is judged by once some calls have been carried out. */
export const ahead = (facts: InterfaceFacts, calls: readonly InterfaceCall[]): InterfaceFacts => ({
  ...facts,
  ...calls.reduce<InterfaceState>((state, call) => interfaceSteps.after(call, state), facts),
});
