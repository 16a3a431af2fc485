/** What every test gets: a cloud of its own, and somebody who looks over its shoulder. */
import { createHash, randomBytes } from 'node:crypto';
import { type BrowserContext, test as base, expect, type Page, type TestInfo } from '@playwright/test';
import type { WorldName } from '../../simulator/kernel/world';
import { Cloud } from './cloud';
import { isWithout } from './needs-env';
import { ownPorts } from './ports';
import { startConsole } from './processes';
import { SITES } from './site';
import { Watch } from './watch';

type Options = { world: WorldName; site: keyof typeof SITES };
type Fixtures = {
  watch: Watch;
  cloud: Cloud;
  /**
   * Address of a console of the test's own, whose live sources are those of its cloud. The console that most tests share
   * has none: it serves many clouds, and a source is one cloud's.
   */
  live: string;
  /** Another person with a browser of their own, watched like the first. */
  anotherPerson: () => Promise<Page>;
};

/** Clouds of tests that are over. Their pages are closed by the time the next test begins. */
type OfWorker = { over: Cloud[] };

export const test = base.extend<Options & Fixtures, OfWorker>({
  over: [[], { scope: 'worker' }],
  world: ['standard', { option: true }],
  site: ['simulated', { option: true }],
  watch: [
    async ({ context }, use) => {
      const watch = new Watch();
      await watch.attach(context);
      await use(watch);
      expect(await watch.verdict(), 'errors, policy breaches and tokens in the browser').toEqual([]);
    },
    { auto: true },
  ],
  cloud: async ({ world, site, over }, use, info) => {
    // Counted as skipped, and run.ts says why.
    test.skip(SITES[site].realKeystone && isWithout('keystone'), 'Keystone is not installed');
    const tag = `${world}.${tagOf(info)}`;
    for (const old of over.splice(0)) await old.control.drop();
    const cloud = new Cloud(SITES[site], world, tag);
    await use(cloud);
    over.push(cloud);
  },
  live: async ({ page, cloud }, use, info) => {
    const own = await startConsole(ownPorts(info.parallelIndex).console, {
      ROOST_PTP_NOTIFICATION_URL: `${cloud.liveUrl('ptpnotification')}/nodes/{host}`,
      ROOST_PROMETHEUS_URL: cloud.liveUrl('metrics'),
    });
    await use(own.url);
    await page.close();
    await own.stop();
  },
  anotherPerson: async ({ browser, watch, contextOptions, site }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({ ...contextOptions, baseURL: SITES[site].console });
      contexts.push(context);
      await watch.attach(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

/**
 * A tag of the test's own, the same in every run: the content of a cloud is scattered by its tag, and what a test meets once
 * it has to meet again. Servers that stay up between runs still have the cloud of the run before: then it is another each time.
 */
function tagOf({ project, titlePath, repeatEachIndex, retry }: TestInfo): string {
  if (process.env.ROOST_E2E_REUSE) return randomBytes(5).toString('hex');
  const test = [project.name, ...titlePath, repeatEachIndex, retry].join('\n');
  return createHash('sha256').update(test).digest('hex').slice(0, 10);
}

export { expect };
