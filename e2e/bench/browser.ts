/** The Chromium that the parts with a window measure in. */
import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumPath } from '../support/needs';
import type { Viewer } from './viewer';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Runs `work` in a page of a viewer who has signed in; undefined when there is no Chromium on this machine. */
export async function inBrowser<T>(viewer: Viewer, work: (page: Page) => Promise<T>): Promise<T | undefined> {
  const executablePath = chromiumPath();
  if (!executablePath) return undefined;
  const browser: Browser = await chromium.launch({ executablePath, args: ARGS });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    // The compiler marks functions with this helper, which the page does not have.
    await context.addInitScript('globalThis.__name = (it) => it');
    await context.addCookies(viewer.cookies());
    return await work(await context.newPage());
  } finally {
    await browser.close();
  }
}

export const NO_BROWSER = { figure: 'not measured', remark: 'there is no Chromium on this machine' };

/** The reads that a page sends in its polls, each once, as `readMany` takes them; without versions. */
export type PolledRead = { view: string; params: Record<string, unknown> };

/** Counts what the page receives from now on: bytes on the wire with headers, polls, what the polls ask for. */
export async function countTraffic(page: Page): Promise<Traffic> {
  const traffic: Traffic = { bytes: 0, polls: 0, reads: [] };
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  // Headers with the response, then piece by piece: the end of a server action's answer is often not reported at all.
  session.on('Network.responseReceived', ({ response }) => {
    traffic.bytes += response.encodedDataLength;
  });
  session.on('Network.dataReceived', ({ encodedDataLength }) => {
    traffic.bytes += encodedDataLength;
  });
  page.on('request', (request) => {
    if (!request.headers()['next-action']) return;
    traffic.polls += 1;
    const [reads]: unknown[] = JSON.parse(request.postData() ?? '[]');
    for (const read of Array.isArray(reads) ? reads : []) addRead(traffic.reads, read);
  });
  return traffic;
}

export type Traffic = { bytes: number; polls: number; reads: PolledRead[] };

function addRead(reads: PolledRead[], read: unknown): void {
  const view: unknown = Reflect.get(Object(read), 'view');
  const params: unknown = Reflect.get(Object(read), 'params');
  if (typeof view !== 'string' || typeof params !== 'object' || params === null) return;
  const found = { view, params: { ...params } };
  const text = JSON.stringify(found);
  if (!reads.some((known) => JSON.stringify(known) === text)) reads.push(found);
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
