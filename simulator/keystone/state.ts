/** Users, projects and roles of one simulated cloud, and what Keystone remembers about failed log-ins. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../kernel/clock';
import { ACCOUNTS, PROJECT_NAMES, ROLE_NAMES, withImplied } from './accounts';
import { PASSWORD_DAYS, REMEMBERED_PASSWORDS } from './password';

const DAY_MS = 86_400_000;
/** keystone.conf [security_compliance] lockout_failure_attempts, lockout_duration, as StarlingX sets them. */
export const LOCKOUT_ATTEMPTS = 5;
export const LOCKOUT_MS = 1_800_000;

export type User = {
  id: string;
  name: string;
  enabled: boolean;
  defaultProjectId?: string;
  /** Newest first; the first is the one that is valid. */
  passwords: string[];
  /** Epoch milliseconds; null for a password that never expires. */
  passwordExpiresAt: number | null;
  failures: number;
  failedAt: number;
};
export type Project = { id: string; name: string; description: string };
export type Role = { id: string; name: string };

/** Why a password log-in is refused. All but `expired` look the same from outside. */
export type Verdict = 'ok' | 'locked' | 'wrong' | 'disabled' | 'expired';

export class IdentityState {
  readonly users: User[] = [];
  readonly projects: Project[] = [];
  readonly roles: Role[] = ROLE_NAMES.map((name) => ({ id: newId(), name }));
  private readonly grants: { userId: string; projectId: string; role: string }[] = [];

  /** @param suffix what user names end in here: `+TAG` in an isolated copy, else empty */
  constructor(
    private readonly clock: Clock,
    suffix: string,
  ) {
    for (const name of PROJECT_NAMES) this.addProject(name, name === 'admin' ? 'Bootstrap project' : '');
    for (const account of ACCOUNTS) {
      const user = this.addUser(account.name + suffix, account.password);
      user.enabled = !account.disabled;
      user.defaultProjectId = this.projects.find(({ name }) => name === account.defaultProject)?.id;
      if (account.expired) user.passwordExpiresAt = clock.now() - DAY_MS;
      for (const project of this.projects) {
        const roles = Object.entries(account.grants).find(([name]) => name === project.name)?.[1] ?? [];
        for (const role of roles) this.grant(user.id, project.id, role);
      }
    }
  }

  addUser(name: string, password: string): User {
    const user: User = {
      id: newId(),
      name,
      enabled: true,
      passwords: [],
      passwordExpiresAt: null,
      failures: 0,
      failedAt: 0,
    };
    this.setPassword(user, password);
    this.users.push(user);
    return user;
  }

  addProject(name: string, description: string): Project {
    const project = { id: newId(), name, description };
    this.projects.push(project);
    return project;
  }

  grant(userId: string, projectId: string, role: string): void {
    this.grants.push({ userId, projectId, role });
  }

  /** Role names on a project with what they imply; empty when the user has none there. */
  rolesOn(userId: string, projectId: string): string[] {
    const own = this.grants.filter((grant) => grant.userId === userId && grant.projectId === projectId);
    return withImplied(own.map(({ role }) => role));
  }

  projectsOf(userId: string): Project[] {
    return this.projects.filter((project) => this.rolesOn(userId, project.id).length > 0);
  }

  /** Keystone's identity/backends/sql.py authenticate: locked, then password, then disabled, then expired. */
  check(user: User, password: string): Verdict {
    const now = this.clock.now();
    if (user.failures >= LOCKOUT_ATTEMPTS) {
      if (user.failedAt + LOCKOUT_MS > now) return 'locked';
      user.failures = 0;
    }
    if (user.passwords[0] !== password) {
      user.failures += 1;
      user.failedAt = now;
      return 'wrong';
    }
    if (!user.enabled) return 'disabled';
    if (user.passwordExpiresAt !== null && user.passwordExpiresAt <= now) return 'expired';
    user.failures = 0;
    return 'ok';
  }

  setPassword(user: User, password: string): void {
    user.passwords = [password, ...user.passwords].slice(0, REMEMBERED_PASSWORDS);
    user.passwordExpiresAt = this.clock.now() + PASSWORD_DAYS * DAY_MS;
  }

  resetLockout(): void {
    for (const user of this.users) user.failures = 0;
  }
}

/** 32 hexadecimal digits. Never derived from a name: no two copies, in this run or the next, share an id. */
export function newId(): string {
  return randomUUID().replaceAll('-', '');
}
