/**
 * Who may do what. Mirrors the platform's policies so that the console can say "no" before the click; the
 * platform still decides. Source: sysinv, fm, nfv and dcmanager oslo.policy defaults (config_api:ihosts:patch
 * also allows operator); roles count only in the projects admin and services.
 */
import { allowed, denied, type Verdict } from './result';

export const ROLES = ['admin', 'configurator', 'operator', 'member', 'reader'] as const;
export type Role = (typeof ROLES)[number];

/** The person behind a session, without any secret. */
export type Viewer = {
  userName: string;
  domainName: string;
  /** Project the session is scoped to. */
  projectName: string;
  /** Role names as Keystone gave them; names StarlingX does not know are kept. */
  roles: readonly string[];
  /** Services that do not answer now, as the readings on the page tell. Never filled in on the server: it just asks. */
  awaiting?: readonly ActingService[];
};

/** Services that carry out what people do, and what they are called. */
export const ACTING_SERVICES = {
  sysinv: 'System inventory (sysinv)',
  fm: 'Fault management (fm)',
} as const;
export type ActingService = keyof typeof ACTING_SERVICES;

/** Groups of writes that share one policy. */
export type Right =
  | 'host.operate' // lock, unlock, swact, reboot …, host fields, garbage of the registry: admin, configurator, operator
  | 'host.provision' // add and delete hosts: admin, configurator
  | 'alarm.manage' // delete alarms, suppress: admin, configurator
  | 'alarm.mark' // seen, notes, shelves, which are the console's own: whoever operates
  | 'audit.read' // what everybody did through this console: admin
  | 'system.configure'; // everything else in sysinv: admin, configurator

const HOLDERS: Record<Right, readonly Role[]> = {
  'host.operate': ['operator', 'configurator', 'admin'],
  'host.provision': ['configurator', 'admin'],
  'alarm.manage': ['configurator', 'admin'],
  'alarm.mark': ['operator', 'configurator', 'admin'],
  'audit.read': ['admin'],
  'system.configure': ['configurator', 'admin'],
};

/** Who carries out what a right allows; null: the console itself. */
const SERVICE_OF: Record<Right, ActingService | null> = {
  'host.operate': 'sysinv',
  'host.provision': 'sysinv',
  'alarm.manage': 'fm',
  'alarm.mark': null,
  'system.configure': 'sysinv',
  'audit.read': null,
};

const READERS: readonly string[] = ['reader', 'member', 'operator', 'configurator', 'admin'];
const PLATFORM_PROJECTS: readonly string[] = ['admin', 'services'];

/** The most powerful role a viewer holds, for display. */
export function leadingRole(viewer: Pick<Viewer, 'roles'>): Role | undefined {
  return ROLES.find((role) => viewer.roles.includes(role));
}

const ONLY_READERS: readonly string[] = ['reader', 'member'];

/** Can this person do nothing but look? A role that StarlingX does not know may mean anything: it counts as writing. */
export const readsOnly = ({ roles }: Pick<Viewer, 'roles'>): boolean =>
  roles.length > 0 && roles.every((role) => ONLY_READERS.includes(role));

/** May this viewer read the platform at all? */
export function mayRead(viewer: Viewer): Verdict {
  if (viewer.roles.some((role) => READERS.includes(role))) return allowed;
  return denied(`${viewer.userName} has no StarlingX role in project ${viewer.projectName}.`);
}

/** The service that a right has to wait for because it does not answer, or null. */
export function awaited(viewer: Viewer, right: Right): ActingService | null {
  const service = SERVICE_OF[right];
  return service !== null && viewer.awaiting?.includes(service) ? service : null;
}

/**
 * May this viewer use a right now? The role comes first; then the service has to be there: an action that is sent to
 * one that does not answer may be carried out all the same, and nobody would know.
 * @param doing the deed as a gerund for the sentence, e.g. "Locking"
 */
export function may(viewer: Viewer, right: Right, doing: string): Verdict {
  const holders = HOLDERS[right];
  if (!PLATFORM_PROJECTS.includes(viewer.projectName)) {
    return denied(`${doing} needs a role in project admin or services. You are in ${viewer.projectName}.`);
  }
  if (holders.some((role) => viewer.roles.includes(role))) {
    const service = awaited(viewer, right);
    return service === null
      ? allowed
      : denied(`${ACTING_SERVICES[service]} does not answer. Actions wait until it is back.`);
  }
  const role = leadingRole(viewer);
  const who = [holders.slice(0, -1).join(', '), holders.at(-1)].filter(Boolean).join(' or ');
  return denied(`${role ? `Your role is ${role}` : 'You have no role here'}. ${doing} needs ${who}.`);
}
