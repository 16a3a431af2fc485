import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN_PROJECT, ask, logIn, startForTest, type TestSimulator, tokenFor } from '../testing';

const HOUR = 3_600_000;
const GENERIC = {
  error: {
    code: 401,
    message: 'The request you have made requires authentication.',
    title: 'Unauthorized',
  },
};
let simulator: TestSimulator;
let v3: string;

beforeAll(async () => {
  simulator = await startForTest();
  v3 = `${simulator.urls.keystone}/v3`;
});
afterAll(() => simulator.stop());

describe('log-in', () => {
  it('gives a token with roles, project and catalogue in the header and body of the real one', async () => {
    const answer = await logIn(simulator, 'admin+login', { scope: ADMIN_PROJECT });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('x-subject-token')).toMatch(/^gAAAAA/);
    expect(answer.body).toMatchObject({
      token: {
        methods: ['password'],
        is_domain: false,
        user: {
          name: 'admin+login',
          password_expires_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000000$/),
        },
        expires_at: expect.stringMatching(/\.000000Z$/),
        project: { name: 'admin', domain: { id: 'default', name: 'Default' } },
        roles: [{ name: 'reader' }, { name: 'member' }, { name: 'admin' }],
      },
    });
    const { catalog } = tokenOf(answer.body);
    expect(catalog?.map(({ type }) => type)).toEqual([
      'identity',
      'platform',
      'faultmanagement',
      'nfv',
      'usm',
      'dcmanager',
      'smapi',
      'key-manager',
      'patching',
    ]);
    const platform = catalog?.find(({ type }) => type === 'platform');
    expect(platform?.endpoints.map(({ url }) => url)).toEqual(Array(3).fill(`${simulator.urls.sysinv}/v1`));
  });

  it.each([
    ['unscoped on request', 'operator+scopes', 'unscoped', undefined],
    ['to the default project when no scope is given', 'operator+scopes', undefined, 'admin'],
    ['without a project when there is no default', 'multi+scopes', undefined, undefined],
    [
      'to a second project',
      'multi+scopes',
      { project: { name: 'services', domain: { id: 'default' } } },
      'services',
    ],
  ])('scopes %s', async (_what, user, scope, project) => {
    const { status, body } = await logIn(simulator, user, { scope });
    expect(status).toBe(201);
    expect(tokenOf(body).project?.name).toBe(project);
    expect(tokenOf(body).catalog !== undefined).toBe(project !== undefined);
  });

  it.each([
    ['a wrong password', 'reader+no', { password: 'Wrong-pass-2026!' }],
    ['a name that does not exist', 'nobody', { password: 'x' }],
    ['a disabled user', 'disabled+no', {}],
    [
      'a project without a role',
      'reader+no',
      { scope: { project: { name: 'services', domain: { id: 'default' } } } },
    ],
    ['a domain scope', 'admin+no', { scope: { domain: { name: 'Default' } } }],
  ])('refuses %s with the one sentence', async (_what, user, options) => {
    const answer = await logIn(simulator, user, options);
    expect(answer).toMatchObject({ status: 401, body: GENERIC });
    expect(answer.headers.get('www-authenticate')).toBe(`Keystone uri="${v3}"`);
  });

  it('says that a password expired, with the id that changing it needs, and lets it be changed without a token', async () => {
    const refused = await logIn(simulator, 'expired+exp', { scope: ADMIN_PROJECT });
    const message = JSON.stringify(refused.body);
    expect(refused.status).toBe(401);
    const id = /needs to be changed for user: ([0-9a-f]{32})\./.exec(message)?.[1];
    expect(id).toBeDefined();
    const change = await changePassword(id ?? '', 'Roost-expired-2026!', 'Roost-fresh-2026!!');
    expect(change.status).toBe(204);
    const again = await logIn(simulator, 'expired+exp', {
      password: 'Roost-fresh-2026!!',
      scope: ADMIN_PROJECT,
    });
    expect(again.status).toBe(201);
  });
});

describe('lock-out', () => {
  it('refuses the right password after five wrong ones, without saying so, until 30 minutes passed', async () => {
    const user = 'reader+lock';
    for (let n = 0; n < 5; n++) {
      expect((await logIn(simulator, user, { password: 'Wrong-pass-2026!' })).status).toBe(401);
    }
    expect(await logIn(simulator, user)).toMatchObject({ status: 401, body: GENERIC });
    await simulator.control.advance(1_790_000, { tag: 'lock' });
    expect((await logIn(simulator, user)).status).toBe(401);
    await simulator.control.advance(20_000, { tag: 'lock' });
    expect((await logIn(simulator, user)).status).toBe(201);
  });

  it('forgets wrong passwords after a right one, and holds in one copy only', async () => {
    for (let round = 0; round < 2; round++) {
      for (let n = 0; n < 4; n++) await logIn(simulator, 'reader+four', { password: 'no' });
      expect((await logIn(simulator, 'reader+four')).status).toBe(201);
    }
    for (let n = 0; n < 5; n++) await logIn(simulator, 'reader+here', { password: 'no' });
    expect((await logIn(simulator, 'reader+here')).status).toBe(401);
    expect((await logIn(simulator, 'reader+there')).status).toBe(201);
    await simulator.control.resetLockout({ tag: 'here' });
    expect((await logIn(simulator, 'reader+here')).status).toBe(201);
  });
});

describe('a token', () => {
  it('keeps the end of the one it was re-scoped from', async () => {
    const unscoped = await logIn(simulator, 'multi+rescope', { scope: 'unscoped' });
    await simulator.control.advance(HOUR / 2, { tag: 'rescope' });
    const answer = await rescope(unscoped.headers.get('x-subject-token') ?? '');
    expect(answer.status).toBe(201);
    expect(tokenOf(answer.body).expires_at).toBe(tokenOf(unscoped.body).expires_at);
    expect(tokenOf(answer.body).issued_at).not.toBe(tokenOf(unscoped.body).issued_at);
    expect(tokenOf(answer.body).project?.name).toBe('admin');
  });

  it('ends after its hour, for Keystone and for every service', async () => {
    const token = await tokenFor(simulator, 'admin+ttl');
    await simulator.control.advance(HOUR - 60_000, { tag: 'ttl' });
    expect((await ask(`${simulator.urls.fm}/v1/alarms`, { token })).status).toBe(200);
    await simulator.control.advance(61_000, { tag: 'ttl' });
    expect((await ask(`${simulator.urls.fm}/v1/alarms`, { token })).status).toBe(401);
    expect((await ask(`${v3}/auth/projects`, { token })).status).toBe(401);
    expect((await rescope(token)).status).toBe(401);
  });

  it('is validated, revoked, and then good for nothing', async () => {
    const token = await tokenFor(simulator, 'admin+revoke');
    const headers = { 'X-Subject-Token': token };
    const valid = await ask(`${v3}/auth/tokens?nocatalog`, { token, headers });
    expect(valid.status).toBe(200);
    expect(tokenOf(valid.body).catalog).toBeUndefined();
    expect((await ask(`${v3}/auth/tokens`, { method: 'HEAD', token, headers })).status).toBe(200);
    const unknown = await ask(`${v3}/auth/tokens`, { token, headers: { 'X-Subject-Token': 'no' } });
    expect(unknown.body).toEqual({
      error: { code: 404, message: 'Could not recognize Fernet token', title: 'Not Found' },
    });
    expect((await ask(`${v3}/auth/tokens`, { method: 'DELETE', token, headers })).status).toBe(204);
    expect((await ask(`${v3}/auth/projects`, { token })).status).toBe(401);
    expect((await ask(`${simulator.urls.fm}/v1/alarms`, { token })).status).toBe(401);
  });

  it('shows another user’s token to an administrator only', async () => {
    const [reader, admin] = [
      await tokenFor(simulator, 'reader+peek'),
      await tokenFor(simulator, 'admin+peek'),
    ];
    const asReader = await ask(`${v3}/auth/tokens`, { token: reader, headers: { 'X-Subject-Token': admin } });
    expect(asReader.status).toBe(403);
    const asAdmin = await ask(`${v3}/auth/tokens`, { token: admin, headers: { 'X-Subject-Token': reader } });
    expect(asAdmin.status).toBe(200);
  });
});

describe('changing the own password', () => {
  it('follows the rules and ends the tokens of the user', async () => {
    const login = await logIn(simulator, 'operator+pw', { scope: ADMIN_PROJECT });
    const token = login.headers.get('x-subject-token') ?? '';
    const id = tokenOf(login.body).user.id;
    const old = 'Roost-operator-2026!';
    expect((await changePassword(id, old, 'short')).body).toMatchObject({
      error: { code: 400, message: expect.stringContaining('minimum length of 12 characters') },
    });
    expect((await changePassword(id, 'Wrong-pass-2026!', 'Roost-other-2026!')).status).toBe(401);
    expect((await changePassword(id, old, old)).status).toBe(400);
    expect((await ask(`${v3}/auth/projects`, { token })).status).toBe(200);
    expect((await changePassword(id, old, 'Roost-other-2026!')).status).toBe(204);
    expect((await ask(`${v3}/auth/projects`, { token })).status).toBe(401);
    expect((await logIn(simulator, 'operator+pw')).status).toBe(401);
  });

  it('leaves no good token of the same second: stamps of tokens are whole seconds, that of the change is not', async () => {
    const user = 'operator+second';
    const { body } = await logIn(simulator, user, { scope: 'unscoped' });
    const password = 'Roost-other-2026!';
    await nextSecond();
    expect((await changePassword(tokenOf(body).user.id, 'Roost-operator-2026!', password)).status).toBe(204);
    const projects = async () => {
      const { headers } = await logIn(simulator, user, { password, scope: 'unscoped' });
      return ask(`${v3}/auth/projects`, { token: headers.get('x-subject-token') ?? '' });
    };
    expect((await projects()).status).toBe(401);
    await nextSecond();
    expect((await projects()).status).toBe(200);
  });
});

describe('lists', () => {
  it('are for administrators, except the projects to choose from', async () => {
    const reader = await tokenFor(simulator, 'reader+lists');
    expect((await ask(`${v3}/projects`, { token: reader })).body).toEqual({
      error: {
        code: 403,
        message: 'You are not authorized to perform the requested action: identity:list_projects.',
        title: 'Forbidden',
      },
    });
    const multi = await logIn(simulator, 'multi+lists', { scope: 'unscoped' });
    const token = multi.headers.get('x-subject-token') ?? '';
    const { body } = await ask(`${v3}/auth/projects`, { token });
    expect(body).toMatchObject({ projects: [{ name: 'admin' }, { name: 'services' }] });
    const admin = await tokenFor(simulator, 'admin+lists');
    expect((await ask(`${v3}/projects`, { token: admin })).status).toBe(200);
  });
});

type TokenBody = {
  expires_at: string;
  issued_at: string;
  user: { id: string };
  project?: { id: string; name: string };
  catalog?: { type: string; endpoints: { url: string }[] }[];
};

function tokenOf(body: unknown): TokenBody {
  const { token }: { token: TokenBody } = JSON.parse(JSON.stringify(body));
  return token;
}

function rescope(id: string) {
  const auth = { identity: { methods: ['token'], token: { id } }, scope: ADMIN_PROJECT };
  return ask(`${v3}/auth/tokens`, { method: 'POST', body: JSON.stringify({ auth }) });
}

function changePassword(id: string, original_password: string, password: string) {
  const body = JSON.stringify({ user: { original_password, password } });
  return ask(`${v3}/users/${id}/password`, { method: 'POST', body });
}

const nextSecond = () => new Promise((resolve) => setTimeout(resolve, 1_050 - (Date.now() % 1_000)));
