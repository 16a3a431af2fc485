/** What a call about an application does to the list: what of it is still to do, what takes it back, what is afterwards. */
import type { StepsOf } from '../steps';
import type { Application } from './application';
import type { ApplicationCall } from './application-calls';

type State = readonly Application[];

const named = (state: State, name: string): Application | undefined => state.find((one) => one.name === name);

/** The status that the platform puts down as soon as it has taken the call. */
const UNDER_WAY: Partial<Record<ApplicationCall['do'], string>> = {
  apply: 'applying',
  update: 'updating',
  remove: 'removing',
};

/** A call that is under way already was carried out: nothing is sent twice. What is not there, the platform says better. */
function remaining(call: ApplicationCall, state: State): ApplicationCall | null {
  // What an application of a tarball is called, only the tarball tells.
  if (call.do === 'upload') return call;
  const found = named(state, call.name);
  if (call.do === 'delete') return found ? call : null;
  return found && found.status === UNDER_WAY[call.do] ? null : call;
}

function after(call: ApplicationCall, state: State): State {
  if (call.do === 'upload') return state;
  if (call.do === 'delete') return state.filter(({ name }) => name !== call.name);
  const status = UNDER_WAY[call.do];
  return status === undefined
    ? state
    : state.map((one) => (one.name === call.name ? { ...one, status, progress: null } : one));
}

/** An apply is taken back by removing, which is a decision of its own: nothing is undone by itself. */
const inverse = (): null => null;
const partOf = (): null => null;

export const applicationSteps: StepsOf<ApplicationCall, State> = { remaining, inverse, partOf, after };
