/** The simulator's services, asked directly and not through the console. */
import { ACCOUNTS } from '../../simulator/keystone/accounts';

/** A token of Keystone, scoped to project admin. `user` may carry the tag of a copy. */
export async function tokenOf(keystone: string, user: string): Promise<string> {
  const account = ACCOUNTS.find(({ name }) => name === user.split('+')[0]);
  const domain = { name: 'Default' };
  const auth = {
    identity: {
      methods: ['password'],
      password: { user: { name: user, domain, password: account?.password } },
    },
    scope: { project: { name: 'admin', domain } },
  };
  const answer = await fetch(`${keystone}/v3/auth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ auth }),
    signal: AbortSignal.timeout(30_000),
  });
  const token = answer.headers.get('x-subject-token');
  if (!token) throw new Error(`${user} got no token: ${answer.status} ${await answer.text()}`);
  return token;
}
