/**
 * The catalogue of what can be done with a host. Words of the platform: sysinv common/constants.py `*_ACTION`,
 * api/controllers/v1/host.py action_check; the CLI is in host-action-cli.ts, sentences in host-action-words.ts.
 */
import { type Host, hostName } from './host';
import type { Right } from './rights';

export const HOST_ACTIONS = [
  'edit',
  'lock',
  'unlock',
  'swact',
  'reboot',
  'reset',
  'power-on',
  'power-off',
  'reinstall',
  'delete',
  'force-lock',
  'force-unsafe-lock',
  'force-unlock',
  'force-swact',
] as const;
export type HostAction = (typeof HOST_ACTIONS)[number];

/** plain: nothing stops. disruptive: service on the host stops. force: skips checks; the host's name is typed first. */
export type Danger = 'plain' | 'disruptive' | 'force';

export type ActionSpec = {
  action: HostAction;
  /** Value of `replace /action`; null where the action is another request (PATCH of fields, DELETE). */
  platformWord: string | null;
  label: string;
  /** With a capital, to begin a sentence: "Locking". */
  gerund: string;
  /** "was not locked", "locked". */
  participle: string;
  /** Name of the lucide icon (DESIGN section 10). */
  icon: string;
  right: Right;
  danger: Danger;
  /** The button of its last step is solid red. */
  destructive: boolean;
  /** May be done to several hosts in one go. Force variants never: each needs its own look and its own typed name. */
  bulk: boolean;
};

const operate = { right: 'host.operate', destructive: false, bulk: true } as const;
const force = { right: 'host.operate', danger: 'force', destructive: true, bulk: false } as const;

const SPECS: Record<HostAction, Omit<ActionSpec, 'action'>> = {
  edit: {
    ...operate,
    platformWord: null,
    label: 'Edit',
    gerund: 'Editing',
    participle: 'changed',
    icon: 'pencil',
    danger: 'plain',
    bulk: false,
  },
  lock: {
    ...operate,
    platformWord: 'lock',
    label: 'Lock',
    gerund: 'Locking',
    participle: 'locked',
    icon: 'lock',
    danger: 'disruptive',
  },
  unlock: {
    ...operate,
    platformWord: 'unlock',
    label: 'Unlock',
    gerund: 'Unlocking',
    participle: 'unlocked',
    icon: 'lock-open',
    danger: 'disruptive',
  },
  swact: {
    ...operate,
    platformWord: 'swact',
    label: 'Swact',
    gerund: 'Swacting',
    participle: 'swacted',
    icon: 'arrow-left-right',
    danger: 'disruptive',
    // Two controllers: swacting both at once is never what anybody means.
    bulk: false,
  },
  reboot: {
    ...operate,
    platformWord: 'reboot',
    label: 'Reboot',
    gerund: 'Rebooting',
    participle: 'rebooted',
    icon: 'rotate-ccw',
    danger: 'disruptive',
  },
  reset: {
    ...operate,
    platformWord: 'reset',
    label: 'Reset',
    gerund: 'Resetting',
    participle: 'reset',
    icon: 'rotate-ccw',
    danger: 'disruptive',
  },
  'power-on': {
    ...operate,
    platformWord: 'power-on',
    label: 'Power on',
    gerund: 'Powering on',
    participle: 'powered on',
    icon: 'power',
    danger: 'plain',
  },
  'power-off': {
    ...operate,
    platformWord: 'power-off',
    label: 'Power off',
    gerund: 'Powering off',
    participle: 'powered off',
    icon: 'power',
    danger: 'disruptive',
  },
  reinstall: {
    ...operate,
    platformWord: 'reinstall',
    label: 'Reinstall',
    gerund: 'Reinstalling',
    participle: 'reinstalled',
    icon: 'disc-3',
    danger: 'disruptive',
    destructive: true,
  },
  delete: {
    platformWord: null,
    label: 'Delete',
    gerund: 'Deleting',
    participle: 'deleted',
    icon: 'trash-2',
    right: 'host.provision',
    danger: 'disruptive',
    destructive: true,
    bulk: true,
  },
  'force-lock': {
    ...force,
    platformWord: 'force-lock',
    label: 'Force lock',
    gerund: 'Force locking',
    participle: 'locked',
    icon: 'lock',
  },
  'force-unsafe-lock': {
    ...force,
    platformWord: 'force-unsafe-lock',
    label: 'Force unsafe lock',
    gerund: 'Force locking without safety',
    participle: 'locked',
    icon: 'lock',
  },
  'force-unlock': {
    ...force,
    platformWord: 'force-unlock',
    label: 'Force unlock',
    gerund: 'Force unlocking',
    participle: 'unlocked',
    icon: 'lock-open',
  },
  'force-swact': {
    ...force,
    platformWord: 'force-swact',
    label: 'Force swact',
    gerund: 'Force swacting',
    participle: 'swacted',
    icon: 'arrow-left-right',
  },
};

export const actionSpec = (action: HostAction): ActionSpec => ({ action, ...SPECS[action] });

/** "Lock worker-1": verb and object, for titles and buttons. */
export const actionTitle = (action: HostAction, host: Pick<Host, 'hostname' | 'mgmtMac' | 'id'>): string =>
  `${SPECS[action].label} ${hostName(host)}`;

export const isHostAction = (word: string): word is HostAction =>
  HOST_ACTIONS.some((action) => action === word);

/** The stronger variant a sheet may offer beside the ordinary action. */
export const FORCE_VARIANT: Partial<Record<HostAction, HostAction>> = {
  lock: 'force-lock',
  'force-lock': 'force-unsafe-lock',
  unlock: 'force-unlock',
  swact: 'force-swact',
};
