/** Who may ask what of Keystone. */
import type { Call, Reply } from '../kernel/http';
import type { Token } from './tokens';

/** Asks for a valid token in X-Auth-Token. */
export type TokenRoute = (call: Call, token: Token) => Reply;

/** The admin role, on whichever project: Keystone's own policy looks no further. */
export function isAdmin({ project, user, world }: Token): boolean {
  return project !== undefined && world.identity.rolesOn(user.id, project.id).includes('admin');
}
