/** Is the upgrade where a call needs it to be? */
import { type Check, cannotTell } from '../check';
import { type Checks, either, type KubeSituation, unreadCheck } from './situation';
import { upgradePlace } from './upgrade-stages';

const orWords = (states: readonly string[]): string =>
  states.length < 2 ? states.join('') : `${states.slice(0, -1).join(', ')} or ${states.at(-1)}`;

/** Is the upgrade in one of these states? */
export function inState(check: Checks, wanted: readonly string[], s: KubeSituation): Check[] {
  const unread = unreadCheck(check, s, 'upgrade', 'how far the upgrade is');
  if (unread) return unread;
  const { upgrade } = s.kube;
  if (upgrade === null) return [check.block('none', { title: 'No Kubernetes upgrade is in progress' })];
  const { state } = upgrade;
  if (state === null)
    return [
      check.unknown('state', cannotTell('the state of the upgrade', 'The platform does not say', 'sysinv')),
    ];
  const working = upgradePlace(state)?.phase === 'working';
  return [
    either(check, 'state', wanted.includes(state), `The upgrade is in ${state}`, {
      title: `The upgrade is in ${state}`,
      detail: `For this it must be in ${orWords(wanted)}.`,
      ...(working ? { wayOut: { kind: 'wait', label: 'Wait for the step' } } : {}),
    }),
  ];
}
