import { type Host, isController, isLocked } from './host';
import type { HostAction } from './host-actions';

/** The actions that stand beside a host's name as buttons; the others are in its menu. */
export const besideActions = (host: Host): readonly HostAction[] => [
  isLocked(host) ? 'unlock' : 'lock',
  ...(isController(host) ? (['swact'] as const) : []),
];
