import { defineConfig, devices } from '@playwright/test';
import { consoleEnv } from './support/console-env';
import type { test } from './support/fixtures';
import { chromiumPath } from './support/needs';
import { isWithout } from './support/needs-env';
import { EXPECT_MS, PATIENCE, TEST_MS } from './support/patience';
import { PORTS, urlOf } from './support/ports';
import { SITES } from './support/site';

type Options = Parameters<typeof test.use>[0] & object;

const desktop = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
const node = `"${process.execPath}"`;

/** A server of the run. `node --import tsx` and not `npx tsx`: the signal that ends it has to arrive. */
const server = (name: string, command: string, url: string, env: Record<string, string> = {}) => ({
  name,
  command,
  cwd: '..',
  url,
  env,
  // For those who write tests: servers that stay up between runs.
  ignoreHTTPSErrors: true,
  reuseExistingServer: Boolean(process.env.ROOST_E2E_REUSE),
  timeout: 90_000 * PATIENCE,
  gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 5_000 },
});
const simulator = (name: string, port: number, options: string, probe: string) =>
  server(name, `${node} --import tsx simulator/main.ts --port ${port} ${options}`, probe);
const console = (name: string, port: number, env: Record<string, string>) =>
  server(
    name,
    `${node} node_modules/next/dist/bin/next start -H 127.0.0.1 -p ${port} --keepAliveTimeout 70000`,
    `${urlOf(port)}/api/live`,
    consoleEnv(env),
  );
const controlOf = (base: number) => `${urlOf(base + 9)}/control/worlds`;

/** Most tests run once, on a dark desktop; what is tagged runs again in light and on a phone. */
export default defineConfig<Options>({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: TEST_MS,
  expect: { timeout: EXPECT_MS },
  reporter: [['list'], ['json', { outputFile: '../.roost/e2e.json' }]],
  use: {
    baseURL: SITES.simulated.console,
    locale: 'en-GB',
    timezoneId: 'Europe/Oslo',
    // Recording doubles what a test costs: ROOST_E2E_TRACE=1 when one has to be looked into.
    trace: process.env.ROOST_E2E_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    colorScheme: 'dark',
    launchOptions: {
      executablePath: chromiumPath() ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    {
      name: 'desktop',
      testMatch: ['jobs/**/*.spec.ts', 'looks/**/*.spec.ts'],
      grepInvert: /@phone-only/,
      use: desktop,
    },
    {
      name: 'light',
      testMatch: ['jobs/**/*.spec.ts', 'looks/**/*.spec.ts'],
      grep: /@light/,
      use: { ...desktop, colorScheme: 'light' },
    },
    {
      name: 'phone',
      testMatch: ['jobs/**/*.spec.ts', 'looks/**/*.spec.ts'],
      grep: /@phone/,
      use: { ...devices['Pixel 7'], ...phone, colorScheme: 'light' },
    },
    {
      name: 'proxy',
      testMatch: ['proxy/**/*.spec.ts'],
      use: { ...desktop, site: 'proxied', baseURL: SITES.proxied.console, ignoreHTTPSErrors: true },
    },
    {
      // The same sign-in and rights, judged by Debian's Keystone in place of the simulator's.
      name: 'keystone',
      // Debian's Keystone serves one request at a time: two tests at once only wait for each other. Last, since
      // beside others it does not answer in time on a slow machine.
      workers: 1,
      testMatch: ['jobs/{sign-in,leaving,rights}.spec.ts', 'keystone/**/*.spec.ts'],
      grepInvert: /@simulated/,
      use: { ...desktop, site: 'keystone', baseURL: SITES.keystone.console },
    },
  ],
  webServer: [
    simulator('simulator', PORTS.simulator, '--speed 60', controlOf(PORTS.simulator)),
    console('console', PORTS.console, {}),
    ...(isWithout('keystone')
      ? []
      : [
          server('keystone', `${node} --import tsx e2e/support/keystone.ts`, urlOf(PORTS.keystoneReady)),
          simulator(
            'simulator with a real Keystone',
            PORTS.keystoneSimulator,
            `--speed 60 --keystone ${SITES.keystone.keystone}`,
            controlOf(PORTS.keystoneSimulator),
          ),
          console('console with a real Keystone', PORTS.keystoneConsole, {
            KEYSTONE_URL: SITES.keystone.keystone,
            ROOST_URL: SITES.keystone.console,
          }),
        ]),
    ...(isWithout('nginx')
      ? []
      : [
          console('console behind a proxy', PORTS.nginxConsole, {
            ROOST_URL: SITES.proxied.console,
            ROOST_TRUSTED_PROXIES: '1',
          }),
          server(
            'proxy',
            `${node} --import tsx e2e/support/nginx.ts`,
            `${urlOf(PORTS.nginx, 'https')}/api/live`,
          ),
        ]),
  ],
});
