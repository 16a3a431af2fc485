/**
 * What tests of writes stand on: the embedded platform over real HTTP, somebody signed in, and the audit trail in hand.
 * Import it before anything that reads the session: it puts its own in place of the cookie's.
 */
import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import type { Session } from '@/lib/server/session-types';
import type { WorldName } from '@/simulator/kernel/world';
import { startForTest, type TestSimulator, tokenFor } from '@/simulator/testing';

const held = vi.hoisted(() => ({
  session: null as Session | null,
  written: [] as Record<string, unknown>[],
}));
vi.mock('@/lib/server/session', () => ({ currentSession: async () => held.session }));
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'x-request-id': 'req-test', 'x-roost-client': '10.0.0.7' }),
}));
vi.mock('@/lib/server/log', async (original) => ({
  ...(await original<typeof import('@/lib/server/log')>()),
  auditLogger: () => ({
    info: (line: { audit: Record<string, unknown> }) => held.written.push(line.audit),
  }),
}));

const ROLES: Record<string, string[]> = {
  admin: ['admin', 'member', 'reader'],
  configurator: ['configurator', 'reader'],
  operator: ['operator', 'reader'],
  reader: ['reader'],
};

export type WriteBench = {
  platform: () => TestSimulator;
  /** Lines of the audit trail since the test began. */
  written: Record<string, unknown>[];
  tokenOf: (user: string) => string;
  signIn: (user: string, roles?: string[]) => Session;
  signOut: () => void;
  /** Whoever is signed in; a reader when nobody is. */
  session: () => Session;
  /** How many requests that change something reached a service. */
  writes: (service: string) => Promise<number>;
};

/** Starts a platform for the file, and signs `user` in before each of its tests. */
export function benchOfWrites(user: string, world: WorldName = 'standard'): WriteBench {
  let simulator: TestSimulator | undefined;
  const tokens: Record<string, string> = {};
  const platform = () => {
    if (!simulator) throw new Error('the platform has not started');
    return simulator;
  };

  function signIn(name: string, roles = ROLES[name] ?? []): Session {
    held.session = {
      id: `session-of-${name}`,
      token: tokens[name] ?? '',
      userId: name,
      projectId: 'admin',
      viewer: { userName: name, domainName: 'Default', projectName: 'admin', roles },
      issuedAt: Date.now(),
      endsAt: Date.now() + 3_600_000,
    };
    return held.session;
  }

  beforeAll(async () => {
    simulator = await startForTest({ world });
    vi.stubEnv('KEYSTONE_URL', `${simulator.urls.keystone}/v3`);
    vi.stubEnv('ROOST_SECRET', 'only-for-tests-0123456789-0123456789');
    for (const name of Object.keys(ROLES)) tokens[name] = await tokenFor(simulator, name);
  });
  afterAll(() => simulator?.stop());
  beforeEach(async () => {
    signIn(user);
    held.written.length = 0;
    await platform().control.clearFaults();
    await platform().control.resetRequests();
  });

  return {
    platform,
    written: held.written,
    tokenOf: (name) => tokens[name] ?? '',
    signIn,
    signOut: () => {
      held.session = null;
    },
    session: () => held.session ?? signIn('reader'),
    writes: async (service) =>
      (await platform().control.requests())
        .filter((line) => line.service === service && line.method !== 'GET')
        .reduce((sum, { count }) => sum + count, 0),
  };
}
