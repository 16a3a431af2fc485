/** May a call be sent, as far as can be told beforehand? Rules of ptp-rules.ts and its neighbours, for each call of a list. */
import { allowed, denied, type Verdict } from '../result';
import { may, type Viewer } from '../rights';
import { clockSourceVerdict, ntpServersVerdict } from './ntp-rules';
import { addInterfaceParameterVerdict, addParameterVerdict, removeParameterVerdict } from './parameter-rules';
import { type ClockState, clockSteps } from './ptp-call-effect';
import { type ClockCall, callGerund, rightOf } from './ptp-calls';
import type { PtpInstance } from './ptp-config';
import {
  assignInstanceVerdict,
  assignInterfaceVerdict,
  createInstanceVerdict,
  createInterfaceVerdict,
  deleteInstanceVerdict,
} from './ptp-rules';

const missing = (what: string): Verdict => denied(`There is no ${what} any more.`);
/** What is made within the same list has no number yet; it will have one when its turn comes. */
const numbered = <T extends { number: number | null; id: string }>(one: T): T =>
  one.id === '' && one.number === null ? { ...one, number: 0 } : one;

/** One call in the state that the ones before it leave. */
export function callVerdict(call: ClockCall, state: ClockState): Verdict {
  const { config } = state;
  const instanceOf = (name: string) => config.instances.find((one) => one.name === name);
  const faceOf = (name: string) => config.interfaces.find((one) => one.name === name);
  switch (call.do) {
    case 'instance.create':
      return createInstanceVerdict(call.name, call.service, config);
    case 'instance.delete': {
      const instance = instanceOf(call.name);
      return instance ? deleteInstanceVerdict(instance) : missing(`instance ${call.name}`);
    }
    case 'interface.create':
      return createInterface(call, state);
    case 'parameters.add':
    case 'parameters.remove':
      return parametersVerdict(call, state);
    case 'instance.assign': {
      const instance = instanceOf(call.name);
      return instance
        ? assignInstanceVerdict(numbered(instance), call.host, config)
        : missing(`instance ${call.name}`);
    }
    case 'interface.assign': {
      const face = faceOf(call.name);
      return face
        ? assignInterfaceVerdict(numbered(face), call.host, call.interface)
        : missing(`PTP interface ${call.name}`);
    }
    case 'ntp.change':
      return ntpServersVerdict(call.servers, null);
    case 'host.follow':
      return clockSourceVerdict(call.to);
    default:
      return allowed;
  }
}

function createInterface(
  { name, instance: owner }: Extract<ClockCall, { do: 'interface.create' }>,
  { config }: ClockState,
): Verdict {
  if (name === '') return denied('A PTP interface needs a name.', 'sysinv db models.py PtpInterfaces.name');
  const instance = config.instances.find((one) => one.name === owner);
  if (instance?.service === 'dpll-mgr') {
    return denied('An instance of dpll-mgr has no PTP interfaces.', 'sysinv ptp_interface.py post');
  }
  return createInterfaceVerdict(name, instance?.id ?? null, config);
}

function parametersVerdict(
  call: Extract<ClockCall, { do: 'parameters.add' | 'parameters.remove' }>,
  { config }: ClockState,
): Verdict {
  const { of, section, pairs, name } = call;
  if (of === 'interface') {
    const face = config.interfaces.find((one) => one.name === name);
    if (!face) return missing(`PTP interface ${name}`);
    return firstDenied(pairs, (pair) =>
      call.do === 'parameters.add'
        ? addInterfaceParameterVerdict(face, pair)
        : removeParameterVerdict(face.pairs, pair),
    );
  }
  let instance: PtpInstance | undefined = config.instances.find((one) => one.name === name);
  for (const pair of pairs) {
    if (!instance) return missing(`instance ${name}`);
    const verdict: Verdict =
      call.do === 'parameters.add'
        ? addParameterVerdict(instance, { section, ...pair }, config)
        : removeParameterVerdict(instance.sections.find((one) => one.section === section)?.pairs ?? [], pair);
    if (!verdict.ok) return verdict;
    // The next pair of the same request meets this one.
    const one: ClockCall = { ...call, pairs: [pair] };
    const state: ClockState = { config: { ...config, instances: [instance] }, ntp: null, follows: {} };
    instance = clockSteps.after(one, state).config.instances[0];
  }
  return allowed;
}

function firstDenied<T>(list: readonly T[], verdictOf: (one: T) => Verdict): Verdict {
  for (const one of list) {
    const verdict = verdictOf(one);
    if (!verdict.ok) return verdict;
  }
  return allowed;
}

export type CallReview = {
  call: ClockCall;
  /** What will be sent; null: it is so already. */
  sent: ClockCall | null;
  verdict: Verdict;
};

/** Each call of a list with what the platform will say of it, seen from the state that the ones before it leave. */
export function reviewCalls(calls: readonly ClockCall[], start: ClockState): CallReview[] {
  let state = start;
  return calls.map((call) => {
    const sent = clockSteps.remaining(call, state);
    if (sent === null) return { call, sent, verdict: allowed };
    const verdict = callVerdict(sent, state);
    state = clockSteps.after(sent, state);
    return { call, sent, verdict };
  });
}

/** May this person send all of them? The first reason why not. */
export const mayCall = (calls: readonly ClockCall[], viewer: Viewer): Verdict =>
  firstDenied(calls, (call) => may(viewer, rightOf(call), callGerund(call)));
