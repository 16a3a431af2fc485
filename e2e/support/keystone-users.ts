/** Users of a real Keystone, made when a test needs them: the accounts of the simulator, each with a tag. */
import { ACCOUNTS, PROJECT_NAMES } from '../../simulator/keystone/accounts';
import { ADMIN, call, ensure, tokenOf } from './keystone-api';

const DOMAIN = { domain_id: 'default' };

/** Makes an account's user with its roles. */
export async function makeUser(
  keystone: string,
  role: string,
  login: { userName: string; password: string },
): Promise<void> {
  const account = ACCOUNTS.find(({ name }) => name === role);
  if (!account) throw new Error(`there is no account ${role}`);
  const token = await tokenOf(keystone, ADMIN);
  const ids = new Map<string, string>();
  for (const name of PROJECT_NAMES)
    ids.set(name, await ensure(keystone, token, 'project', { name, ...DOMAIN }));
  const user = await ensure(keystone, token, 'user', {
    name: login.userName,
    password: `Before-${login.password}`,
    enabled: account.disabled !== true,
    ...DOMAIN,
    ...(account.defaultProject ? { default_project_id: ids.get(account.defaultProject) } : {}),
    // keystone.conf makes every password that an administrator sets expire at once; for most users it must not.
    options: { ignore_change_password_upon_first_use: account.expired !== true },
  });
  // The password that counts comes second: while a user is created, Keystone does not look at the options yet.
  const { password } = login;
  const given = await call(keystone, 'PATCH', `/users/${user}`, { token, body: { user: { password } } });
  if (given.status >= 300) throw new Error(`password of ${login.userName}: ${given.status}`);
  for (const [project, roles] of Object.entries(account.grants)) {
    for (const name of roles) {
      const granted = await ensure(keystone, token, 'role', { name });
      const path = `/projects/${ids.get(project)}/users/${user}/roles/${granted}`;
      const answer = await call(keystone, 'PUT', path, { token });
      if (answer.status >= 300) throw new Error(`role ${name} of ${login.userName}: ${answer.status}`);
    }
  }
}
