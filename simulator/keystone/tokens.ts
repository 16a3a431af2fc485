/** Every token that this simulator issued, over all copies. */
import { randomBytes } from 'node:crypto';
import type { Caller, World } from '../kernel/world';
import type { Project, User } from './state';

export type Token = {
  id: string;
  world: World;
  user: User;
  project?: Project;
  methods: string[];
  auditIds: string[];
  issuedAt: number;
  expiresAt: number;
  revoked: boolean;
};

export class TokenStore {
  private tokens = new Map<string, Token>();
  /** When everything of a user was revoked last. */
  private revokedAt = new WeakMap<User, number>();

  /** @param ttlMs how long a token from a password lives */
  constructor(private readonly ttlMs: number) {}

  /** A token from a password; with `parent`, one re-scoped from it, which ends when the parent does. */
  issue(world: World, user: User, project: Project | undefined, parent?: Token): Token {
    // Keystone counts whole seconds: the stamps end in .000000Z.
    const issuedAt = Math.floor(world.clock.now() / 1000) * 1000;
    const auditId = randomBytes(16).toString('base64url');
    const token: Token = {
      // Looks like a Fernet token, in alphabet and length.
      id: `gAAAAAB${randomBytes(130).toString('base64url')}`,
      world,
      user,
      project,
      methods: parent ? ['token', ...parent.methods.filter((method) => method !== 'token')] : ['password'],
      auditIds: parent ? [auditId, parent.auditIds.at(-1) ?? auditId] : [auditId],
      issuedAt,
      expiresAt: parent ? parent.expiresAt : issuedAt + this.ttlMs,
      // Less than a second after everything was revoked, a token bears an earlier stamp than that, and is revoked as well.
      revoked: issuedAt <= (this.revokedAt.get(user) ?? Number.NEGATIVE_INFINITY),
    };
    this.tokens.set(token.id, token);
    return token;
  }

  /** A token in any state, or undefined for one that was never issued. */
  find(id: string): Token | undefined {
    return this.tokens.get(id);
  }

  /** A token that is good now. */
  valid(id: string): Token | undefined {
    const token = this.tokens.get(id);
    if (!token || token.revoked || token.expiresAt <= token.world.clock.now()) return undefined;
    return token;
  }

  /** Revokes what a user has, as a change of the password does. @param now by the clock of the user's cloud */
  revokeUser(user: User, now: number): void {
    this.revokedAt.set(user, now);
    for (const token of this.tokens.values()) if (token.user === user) token.revoked = true;
  }

  /** Ends tokens of a copy now, as their time would: all, or those of one user (name without its tag). */
  expire(world: World, userName?: string): number {
    let count = 0;
    for (const token of this.tokens.values()) {
      if (token.world !== world || (userName && token.user.name.split('+')[0] !== userName)) continue;
      token.expiresAt = Math.min(token.expiresAt, world.clock.now());
      count += 1;
    }
    return count;
  }

  /** Forgets a copy that is gone. */
  dropWorld(world: World): void {
    for (const token of this.tokens.values()) if (token.world === world) this.tokens.delete(token.id);
  }

  /** Whom a token names, for the other services. */
  callerOf(id: string): Caller | undefined {
    const token = this.valid(id);
    if (!token) return undefined;
    const { world, user, project } = token;
    return {
      world,
      userId: user.id,
      userName: user.name,
      projectId: project?.id ?? '',
      projectName: project?.name ?? '',
      roles: project ? world.identity.rolesOn(user.id, project.id) : [],
    };
  }
}
