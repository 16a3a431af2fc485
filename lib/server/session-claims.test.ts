import { decode, encode } from 'next-auth/jwt';
import { describe, expect, it } from 'vitest';
import type { Grant } from '@/lib/stx/keystone';
import {
  type Claims,
  claimsFrom,
  endedBecause,
  readClaims,
  sessionFrom,
  sessionView,
} from './session-claims';

const MINUTE = 60_000;
const LIMITS = { idleMs: 50 * MINUTE, marginMs: MINUTE };
const START = 1_800_000_000_000;

const grant = (over: Partial<Grant> = {}): Grant => ({
  token: `gAAAAA${'t'.repeat(220)}`,
  expiresAt: START + 60 * MINUTE,
  userId: '1d6a743682b14d6e85fc33d73dbdc400',
  userName: 'ingrid.nilsen',
  domainName: 'Default',
  passwordExpiresAt: null,
  project: { id: 'de205a246e424b1ebd5777e7226784c4', name: 'admin' },
  roles: ['admin', 'member', 'reader'],
  ...over,
});
const claims = (over: Partial<Grant> = {}): Claims => claimsFrom(grant(over), 'sid-1', START);

describe('end of a session', () => {
  it('ends a margin before the token', () => {
    const one = { ...claims(), activeAt: START + 58 * MINUTE };
    expect(endedBecause(one, START + 59 * MINUTE - 1, LIMITS)).toBeNull();
    expect(endedBecause(one, START + 59 * MINUTE, LIMITS)).toBe('token');
  });

  it('ends after the idle limit although polled every five seconds', () => {
    const polled = claims();
    let now = START;
    while (endedBecause(polled, now, LIMITS) === null) {
      // What a poll does: reads the claims, makes a session of them, changes nothing.
      sessionFrom(polled, LIMITS);
      now += 5_000;
    }
    expect(now).toBe(START + 50 * MINUTE);
    expect(endedBecause(polled, now, LIMITS)).toBe('idle');
  });

  it('lives on when somebody is active', () => {
    const touched = { ...claims(), activeAt: START + 30 * MINUTE };
    expect(endedBecause(touched, START + 55 * MINUTE, LIMITS)).toBeNull();
  });
});

describe('idle limit of a wallboard', () => {
  const WALL = { ...LIMITS, wallIdleMs: 720 * MINUTE };
  const reader = (over: Partial<Claims> = {}): Claims => ({
    ...claims({ roles: ['member', 'reader'], expiresAt: START + 2000 * MINUTE }),
    wall: true,
    ...over,
  });

  it('lets a session that only reads idle as long as it is configured, and not a moment longer', () => {
    expect(endedBecause(reader(), START + 720 * MINUTE - 1, WALL)).toBeNull();
    expect(endedBecause(reader(), START + 720 * MINUTE, WALL)).toBe('idle');
    expect(sessionView(reader(), WALL).idleEndsAt).toBe(START + 720 * MINUTE);
  });

  it('never outlives the token', () => {
    const short = reader({ expiresAt: START + 60 * MINUTE });
    expect(endedBecause(short, START + 59 * MINUTE, WALL)).toBe('token');
  });

  it.each([
    ['it has not opened the wallboard', reader({ wall: undefined }), WALL],
    ['nothing is configured', reader(), LIMITS],
    ['it is switched off', reader(), { ...LIMITS, wallIdleMs: 0 }],
    ['it can write', reader({ roles: ['operator', 'reader'] }), WALL],
    ['it is an administrator', reader({ roles: ['admin', 'member', 'reader'] }), WALL],
    ['it has a role nobody here knows', reader({ roles: ['reader', 'site-boss'] }), WALL],
    ['it has no role', reader({ roles: [] }), WALL],
  ])('is the ordinary one when %s', (_, one, limits) => {
    expect(endedBecause(one, START + 50 * MINUTE - 1, limits)).toBeNull();
    expect(endedBecause(one, START + 50 * MINUTE, limits)).toBe('idle');
  });

  it('never shortens the ordinary one', () => {
    expect(endedBecause(reader(), START + 49 * MINUTE, { ...LIMITS, wallIdleMs: MINUTE })).toBeNull();
  });
});

describe('what the browser may see', () => {
  it('is these seven things', () => {
    const view = sessionView(claims({ passwordExpiresAt: START + 5 }), LIMITS);
    expect(view).toEqual({
      userName: 'ingrid.nilsen',
      domain: 'Default',
      project: 'admin',
      roles: ['admin', 'member', 'reader'],
      endsAt: START + 59 * MINUTE,
      idleEndsAt: START + 50 * MINUTE,
      passwordExpiresAt: START + 5,
    });
    expect(JSON.stringify(view)).not.toContain('gAAAAA');
  });
});

describe('the cookie', () => {
  const secret = 'a-secret-of-at-least-32-characters';
  const seal = (value: Claims) => encode({ token: { ...value }, secret, maxAge: 3600 });

  it('comes back as it went in', async () => {
    const one = claims();
    expect(readClaims(await decode({ token: await seal(one), secret }))).toEqual(one);
  });

  it('fits into one cookie with the longest names Keystone allows and a thousand roles', async () => {
    const long = claims({
      token: `gAAAAA${'t'.repeat(300)}`,
      userName: 'ø'.repeat(255),
      domainName: 'd'.repeat(64),
      project: { id: 'f'.repeat(64), name: 'p'.repeat(64) },
      userId: 'u'.repeat(64),
      roles: ['admin', ...Array.from({ length: 1000 }, (_, i) => `role-${i}-${'x'.repeat(40)}`)],
    });
    expect(long.roles).toContain('admin');
    const cookie = `__Host-roost.session=${await seal(long)}; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure; SameSite=Lax`;
    expect(Buffer.byteLength(cookie)).toBeLessThan(4096);
  });

  it('holds no catalogue, whatever Keystone sends', () => {
    const withCatalogue = {
      ...grant(),
      catalog: Array.from({ length: 1000 }, (_, i) => ({ name: `subcloud${i}` })),
    };
    expect(JSON.stringify(claimsFrom(withCatalogue, 'sid', START))).not.toContain('subcloud');
  });

  it.each([
    [null],
    [{}],
    [{ sid: 'x' }],
    ['text'],
    [{ ...claims(), token: '' }],
    [{ ...claims(), expiresAt: 'soon' }],
  ])('refuses another shape: %j', (payload) => {
    expect(readClaims(payload)).toBeUndefined();
  });
});
