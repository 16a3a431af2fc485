/** The accounts that every simulated cloud has. All in domain Default; the passwords are no secret. */

export const ROLE_NAMES = ['reader', 'member', 'operator', 'configurator', 'admin'] as const;
export type RoleName = (typeof ROLE_NAMES)[number];

export const PROJECT_NAMES = ['admin', 'services', 'tenant-a'] as const;
export type ProjectName = (typeof PROJECT_NAMES)[number];

export type Account = {
  name: string;
  password: string;
  /** Roles by project, without what they imply. */
  grants: Partial<Record<ProjectName, RoleName[]>>;
  /** Scope of a log-in that asks for none; without it such a log-in is unscoped. */
  defaultProject?: ProjectName;
  expired?: boolean;
  disabled?: boolean;
};

/** StarlingX deployments give reader along with operator and configurator: neither implies it. */
export const ACCOUNTS: readonly Account[] = [
  { name: 'admin', password: 'Roost-admin-2026!', grants: { admin: ['admin'] } },
  {
    name: 'operator',
    password: 'Roost-operator-2026!',
    grants: { admin: ['operator', 'reader'] },
    defaultProject: 'admin',
  },
  {
    name: 'configurator',
    password: 'Roost-configurator-2026!',
    grants: { admin: ['configurator', 'reader'] },
    defaultProject: 'admin',
  },
  { name: 'reader', password: 'Roost-reader-2026!', grants: { admin: ['reader'] }, defaultProject: 'admin' },
  { name: 'member', password: 'Roost-member-2026!', grants: { admin: ['member'] } },
  {
    name: 'multi',
    password: 'Roost-multi-2026!',
    grants: { admin: ['operator', 'reader'], services: ['reader'] },
  },
  {
    name: 'expired',
    password: 'Roost-expired-2026!',
    grants: { admin: ['operator', 'reader'] },
    defaultProject: 'admin',
    expired: true,
  },
  { name: 'tenant', password: 'Roost-tenant-2026!', grants: { 'tenant-a': ['reader'] } },
  { name: 'disabled', password: 'Roost-disabled-2026!', grants: { admin: ['reader'] }, disabled: true },
];

/** Role implication as Keystone's bootstrap sets it: admin implies member implies reader. */
export function withImplied(roles: readonly string[]): string[] {
  const all = new Set(roles);
  if (all.has('admin')) all.add('member');
  if (all.has('member')) all.add('reader');
  return [...all];
}
