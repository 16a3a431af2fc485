import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Failure, Result } from '@/lib/domain/result';
import { type AuthCall, withAuthCall } from './server/auth-call';
import { type Claims, readClaims } from './server/session-claims';
import { isDropped } from './server/session-registry';
import type { Grant, Project } from './stx/keystone';

process.env.KEYSTONE_URL = 'http://127.0.0.1:9/v3';
process.env.ROOST_SECRET = 'a-secret-of-at-least-32-characters';
process.env.ROOST_LOG_LEVEL = 'silent';
process.env.ROOST_WALLBOARD_IDLE_MINUTES = '720';

const keystone = vi.hoisted(() => ({
  logIn: vi.fn(),
  listProjects: vi.fn(),
  rescope: vi.fn(),
  revoke: vi.fn(),
}));
vi.mock('@/lib/stx/keystone', async (original) => ({ ...(await original<object>()), ...keystone }));
vi.mock('./server/audit', () => ({ audit: vi.fn() }));

const { authOptions } = await import('./auth');

const ADMIN: Project = { id: 'p-admin', name: 'admin' };
const TENANT: Project = { id: 'p-tenant', name: 'tenant' };
const inAnHour = () => Date.now() + 3_600_000;
const grant = (token: string, project: Project | null): Grant => ({
  token,
  expiresAt: inAnHour(),
  userId: 'u1',
  userName: 'ingrid',
  domainName: 'Default',
  passwordExpiresAt: null,
  project,
  roles: project ? ['admin'] : [],
});
const good = <T>(data: T): Result<T> => ({ ok: true, data });
const bad = (error: Failure): Result<never> => ({ ok: false, error });
const REFUSED: Failure = {
  kind: 'unauthenticated',
  status: 401,
  message: 'The request you have made requires authentication.',
};

let account = 0;
function call(over: Partial<AuthCall> = {}): AuthCall {
  return {
    requestId: 'req-1',
    from: '10.0.0.7',
    before: undefined,
    after: undefined,
    refusal: undefined,
    ...over,
  };
}

/** Signs in as a new account, so that the throttle of one test does not reach into the next. */
async function signIn(context: AuthCall, extra: Record<string, string> = {}) {
  const provider = authOptions().providers[0];
  if (!provider || !('authorize' in provider.options)) throw new Error('no credentials provider');
  const body = { username: `user-${account}`, password: 'right', domain: 'Default', ...extra };
  const user: { claims?: Claims } | null = await withAuthCall(context, () =>
    provider.options.authorize(body),
  );
  return user?.claims;
}

async function update(claims: Claims, change: unknown, context = call()) {
  const jwt = authOptions().callbacks?.jwt;
  if (!jwt) throw new Error('no jwt callback');
  const input = { token: { ...claims }, trigger: 'update' as const, session: change };
  // next-auth's type asks for a user and an account that an update does not have.
  const next = await withAuthCall(context, async () => Reflect.apply(jwt, undefined, [input]));
  return { next: readClaims(next), context };
}

beforeEach(() => {
  account += 1;
  for (const mock of Object.values(keystone)) mock.mockReset();
  keystone.revoke.mockResolvedValue(good(null));
  keystone.logIn.mockResolvedValue(good(grant('unscoped', null)));
  keystone.rescope.mockImplementation(async (_: string, id: string) =>
    good(grant(`scoped-${id}`, id === ADMIN.id ? ADMIN : TENANT)),
  );
});

describe('signing in', () => {
  it('goes straight into the only project, and revokes the token it no longer needs', async () => {
    keystone.listProjects.mockResolvedValue(good([ADMIN]));
    const claims = await signIn(call());
    expect(claims).toMatchObject({ token: 'scoped-p-admin', projectName: 'admin', roles: ['admin'] });
    await vi.waitFor(() => expect(keystone.revoke).toHaveBeenCalledWith('unscoped', 'req-1'));
  });

  it('leaves the choice among several', async () => {
    keystone.listProjects.mockResolvedValue(good([ADMIN, TENANT]));
    expect(await signIn(call())).toMatchObject({ token: 'unscoped', projectId: '', roles: [] });
    expect(keystone.rescope).not.toHaveBeenCalled();
  });

  it('returns to the project in use when signing in again in place, and ends the former session', async () => {
    keystone.listProjects.mockResolvedValue(good([ADMIN, TENANT]));
    const before = await signIn(call());
    if (!before) throw new Error('not signed in');
    const again = await signIn(call({ before }), { project: 'tenant' });
    expect(again).toMatchObject({ projectName: 'tenant' });
    expect(again?.sid).not.toBe(before.sid);
    expect(isDropped(before.sid)).toBe(true);
  });

  it.each([
    ['wrong details, a locked or a disabled account', bad(REFUSED), 'refused'],
    [
      'an expired password',
      bad({ ...REFUSED, message: 'The password is expired and needs to be changed for user: ead17ade.' }),
      'expired',
    ],
    [
      'a Keystone that is away',
      bad({ kind: 'unavailable', message: 'keystone does not answer.', status: 0 }),
      'unavailable',
    ],
    ['a failing Keystone', bad({ kind: 'refused', message: 'Internal error', status: 500 }), 'unavailable'],
  ])('tells %s apart', async (_, answer, code) => {
    keystone.logIn.mockResolvedValue(answer);
    const context = call();
    expect(await signIn(context)).toBeUndefined();
    expect(context.refusal?.code).toBe(code);
    // Keystone's own 401 sentence would tell a locked account from an unknown one no better than ours does.
    expect(context.refusal?.message).not.toContain('requires authentication');
  });

  it('signs in once more when the token was issued in the second in which the password was changed', async () => {
    keystone.listProjects.mockResolvedValueOnce(bad(REFUSED)).mockResolvedValue(good([ADMIN]));
    const before = Math.floor(Date.now() / 1000);
    expect(await signIn(call())).toMatchObject({ token: 'scoped-p-admin' });
    expect(Math.floor(Date.now() / 1000)).toBeGreaterThan(before);
    expect(keystone.logIn).toHaveBeenCalledTimes(2);
  });

  it('does so once, and says what Keystone did', async () => {
    keystone.listProjects.mockResolvedValue(bad(REFUSED));
    const context = call();
    expect(await signIn(context)).toBeUndefined();
    expect(context.refusal).toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/^Keystone accepted those details/),
    });
    expect(keystone.logIn).toHaveBeenCalledTimes(2);
  });

  it('says so when the user has no project', async () => {
    keystone.listProjects.mockResolvedValue(good([]));
    const context = call();
    expect(await signIn(context)).toBeUndefined();
    expect(context.refusal?.code).toBe('no-project');
    await vi.waitFor(() => expect(keystone.revoke).toHaveBeenCalledWith('unscoped', 'req-1'));
  });

  it('asks Keystone nothing at the sixth try', async () => {
    keystone.logIn.mockResolvedValue(bad(REFUSED));
    const codes: (string | undefined)[] = [];
    for (let i = 0; i < 6; i += 1) {
      const context = call();
      await signIn(context, { password: `wrong-${i}` });
      codes.push(context.refusal?.code);
    }
    expect(codes.at(-1)).toBe('throttled');
    // The waits between are not slept through here, so fewer than four reached it; five would lock the account.
    expect(keystone.logIn.mock.calls.length).toBeLessThan(5);
  });

  it('asks nobody about an empty form', async () => {
    const context = call();
    await signIn(context, { password: '' });
    expect(context.refusal?.code).toBe('invalid');
    expect(keystone.logIn).not.toHaveBeenCalled();
  });
});

describe('changing a session', () => {
  const live = (over: Partial<Claims> = {}): Claims => ({
    sid: crypto.randomUUID(),
    token: 'scoped-p-admin',
    expiresAt: inAnHour(),
    userId: 'u1',
    userName: 'ingrid',
    domain: 'Default',
    projectId: 'p-admin',
    projectName: 'admin',
    roles: ['admin'],
    issuedAt: Date.now() - 600_000,
    activeAt: Date.now() - 600_000,
    passwordExpiresAt: 5,
    ...over,
  });

  it('moves the idle limit by activity, and only that', async () => {
    const claims = live();
    const { next } = await update(claims, { kind: 'activity' });
    expect(next?.activeAt).toBeGreaterThan(claims.activeAt);
    expect({ ...next, activeAt: claims.activeAt }).toEqual(claims);
  });

  it('makes a session that only reads a wallboard, which is no input', async () => {
    const claims = live({ roles: ['member', 'reader'] });
    const { next } = await update(claims, { kind: 'wallboard' });
    expect(next).toEqual({ ...claims, wall: true });
  });

  it.each([[['operator', 'reader']], [['admin', 'member', 'reader']], [['reader', 'site-boss']], [[]]])(
    'makes none of a session with the roles %j',
    async (roles) => {
      const claims = live({ roles });
      const { next, context } = await update(claims, { kind: 'wallboard' });
      expect(next).toEqual(claims);
      expect(context.refusal?.code).toBe('refused');
    },
  );

  it('forgets the wallboard with a new sign-in of another project', async () => {
    const { next } = await update(live({ roles: ['reader'], wall: true }), {
      kind: 'project',
      projectId: 'p-tenant',
    });
    expect(next?.wall).toBeUndefined();
  });

  it('does not move it for anything else', async () => {
    const jwt = authOptions().callbacks?.jwt;
    const claims = live();
    const read = await withAuthCall(call(), async () =>
      jwt ? Reflect.apply(jwt, undefined, [{ token: { ...claims } }]) : null,
    );
    expect(readClaims(read)).toEqual(claims);
    for (const odd of [
      undefined,
      {},
      { kind: 'poll' },
      { activeAt: 9e15 },
      { kind: 'project', projectId: '../x' },
    ]) {
      const { next, context } = await update(claims, odd);
      expect(next).toEqual(claims);
      expect(context.refusal?.code).toBe('invalid');
    }
  });

  it.each([
    ['idle', { activeAt: Date.now() - 51 * 60_000 }],
    ['past its token', { expiresAt: Date.now() + 30_000 }],
  ])('brings no session back that is %s', async (_, over) => {
    const claims = live(over);
    const { next, context } = await update(claims, { kind: 'activity' });
    expect(next).toEqual(claims);
    expect(context.refusal?.code).toBe('refused');
  });

  it('switches the project under a new id and revokes the old token', async () => {
    const claims = live();
    const { next } = await update(claims, { kind: 'project', projectId: 'p-tenant' });
    expect(next).toMatchObject({ projectName: 'tenant', token: 'scoped-p-tenant', passwordExpiresAt: 5 });
    expect(isDropped(claims.sid)).toBe(true);
    await vi.waitFor(() => expect(keystone.revoke).toHaveBeenCalledWith('scoped-p-admin', 'req-1'));
  });

  it('keeps the session when Keystone refuses the project', async () => {
    keystone.rescope.mockResolvedValue(bad({ ...REFUSED, kind: 'forbidden' }));
    const claims = live();
    const { next, context } = await update(claims, { kind: 'project', projectId: 'p-tenant' });
    expect(next).toEqual(claims);
    expect(context.refusal?.code).toBe('refused');
    expect(isDropped(claims.sid)).toBe(false);
  });

  it('ends with sign-out: the token is revoked and the id is dead at once', async () => {
    const claims = live();
    const signOut = authOptions().events?.signOut;
    await withAuthCall(call(), async () =>
      Reflect.apply(signOut ?? (() => {}), undefined, [{ token: { ...claims } }]),
    );
    await vi.waitFor(() => expect(keystone.revoke).toHaveBeenCalledWith(claims.token, 'req-1'));
    expect(isDropped(claims.sid)).toBe(true);
  });
});
