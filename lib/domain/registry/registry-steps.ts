/** What a call does to the tags that were read: what of it is still to do, and what is afterwards. */
import type { StepsOf } from '../steps';
import type { RegistryCall } from './registry-calls';

/** Tags of the images that calls are about, by name. */
export type RegistryState = Readonly<Record<string, readonly string[]>>;

/**
 * A tag that others are listed without is gone already. An empty list says nothing: the platform answers with one too when its
 * registry refuses (conductor/manager.py docker_registry_image_tags).
 */
function remaining(call: RegistryCall, state: RegistryState): RegistryCall | null {
  if (call.do === 'collect-garbage') return call;
  const tags = state[call.image] ?? [];
  return tags.length > 0 && !tags.includes(call.tag) ? null : call;
}

const after = (call: RegistryCall, state: RegistryState): RegistryState =>
  call.do === 'collect-garbage'
    ? state
    : { ...state, [call.image]: (state[call.image] ?? []).filter((tag) => tag !== call.tag) };

/** What was deleted has to be pushed again from outside. */
const inverse = (): null => null;
const partOf = (): null => null;

export const registrySteps: StepsOf<RegistryCall, RegistryState> = { remaining, inverse, partOf, after };
