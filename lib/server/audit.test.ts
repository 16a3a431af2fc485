import { describe, expect, it } from 'vitest';
import { auditEntry, maskDetails } from './audit';
import { allowed, describeCause } from './log';

const SECRETS = ['Roost-admin-2026!', 'gAAAAABtoken', '-----BEGIN PRIVATE KEY-----', 'hunter2'];

describe('masks of the audit trail', () => {
  it('writes values of harmless names', () => {
    expect(maskDetails({ action: 'lock', hostname: 'worker-1', force: true, hwSettle: 0 })).toEqual({
      action: 'lock',
      hostname: 'worker-1',
      force: true,
      hwSettle: 0,
    });
  });

  it.each([
    ['password'],
    ['bmPassword'],
    ['bm_password'],
    ['adminPassword'],
    ['token'],
    ['certificate'],
    ['secretKeyWithANewName'],
    ['values'],
    ['overrides'],
  ])('masks %s, which is on no list', (name) => {
    for (const secret of SECRETS)
      expect(JSON.stringify(maskDetails({ [name]: secret }))).toBe(`{"${name}":"***"}`);
  });

  it('masks everything nested, even under a harmless name', () => {
    expect(maskDetails({ location: { password: SECRETS[0] }, name: [SECRETS[1]] })).toEqual({
      location: '***',
      name: '***',
    });
  });

  it('takes nothing along that was not asked for', () => {
    const input = {
      who: 'ingrid',
      domain: 'Default',
      project: 'admin',
      roles: ['reader', 'operator'],
      from: '10.0.0.7',
      action: 'host.lock',
      target: 'worker-1',
      outcome: 'refused',
      status: 400,
      requestId: 'req-1',
      durationMs: 12.6,
      session: { token: SECRETS[1] },
      password: SECRETS[0],
    };
    const entry = auditEntry(input, '10.10.10.2:5000', new Date(0));
    expect(entry).toEqual({
      at: '1970-01-01T00:00:00.000Z',
      who: 'ingrid',
      domain: 'Default',
      project: 'admin',
      role: 'operator',
      from: '10.0.0.7',
      cloud: '10.10.10.2:5000',
      action: 'host.lock',
      target: 'worker-1',
      outcome: 'refused',
      status: 400,
      requestId: 'req-1',
      durationMs: 13,
    });
  });
});

describe("the platform's refusal", () => {
  const refused = (refusal: string, details?: Record<string, unknown>) =>
    auditEntry(
      {
        ...{ who: 'ingrid', domain: 'Default', project: 'admin', roles: [], from: '10.0.0.7' },
        ...{ action: 'host.edit', target: 'worker-1', outcome: 'refused', status: 400, requestId: 'r' },
        ...{ durationMs: 1, refusal, details },
      },
      'c',
      new Date(0),
    ).details;

  it('is kept in its words, on one line, and not at any length', () => {
    expect(refused('Can not lock\n an active controller.')).toEqual({
      refusal: 'Can not lock an active controller.',
    });
    expect(String(refused('x'.repeat(999))?.refusal)).toHaveLength(300);
  });

  it('does not carry what was set in secret, however deep', () => {
    const details = { location: 'rack 4', bmPassword: SECRETS[3], values: { key: { pin: SECRETS[0] } } };
    const kept = refused(`Bad ${SECRETS[3]} for rack 4, ${SECRETS[0]}${SECRETS[3]}`, details);
    expect(kept?.refusal).toBe('Bad *** for rack 4, ******');
    for (const secret of SECRETS) expect(JSON.stringify(kept)).not.toContain(secret);
  });
});

describe('fields of the log', () => {
  it('keeps named fields only', () => {
    const careless = {
      requestId: 'req-1',
      status: 200,
      token: SECRETS[1],
      password: SECRETS[0],
      session: { token: 'x' },
    };
    expect(allowed(careless)).toEqual({ requestId: 'req-1', status: 200 });
  });

  it('says of an error what it is, and not what it carries', () => {
    const error = Object.assign(new Error('socket hang up'), {
      request: { headers: { 'x-auth-token': SECRETS[1] } },
    });
    expect(JSON.stringify(describeCause(error))).not.toContain(SECRETS[1]);
    expect(describeCause(error).error).toBe('Error: socket hang up');
    expect(describeCause('a thrown text may hold anything')).toEqual({ error: 'string' });
  });
});
