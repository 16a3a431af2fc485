import { join } from 'node:path';
import { PORTS, urlOf } from './ports';

/** Key of the session cookies of every console under test. */
export const SECRET = 'only-for-tests-0123456789-0123456789';

/** Environment of a console under test. Polls are quick, so that a test sees ten of them in a few seconds. */
export function consoleEnv(overrides: Record<string, string> = {}): Record<string, string> {
  return {
    NEXT_TELEMETRY_DISABLED: '1',
    KEYSTONE_URL: `${urlOf(PORTS.simulator)}/v3`,
    ROOST_URL: urlOf(PORTS.console),
    ROOST_SECRET: SECRET,
    ROOST_POLL_FAST_SECONDS: '1',
    ROOST_POLL_SLOW_SECONDS: '2',
    ROOST_LOG_LEVEL: 'warn',
    // Each console under test has a store of its own, and keeps it when a test starts it again.
    ROOST_DATA_DIR: storeOf(overrides.ROOST_URL ?? urlOf(PORTS.console)),
    ...overrides,
  };
}

/** Where consoles under test have their stores; emptied by `npm run e2e`. */
export const STORES = join(__dirname, '../../.roost/e2e-stores');

/** Folder of the store of a console under test, by its address. */
export const storeOf = (url: string): string => join(STORES, new URL(url).port);
