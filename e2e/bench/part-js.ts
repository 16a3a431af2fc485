/** First-load JavaScript: every script that the page's first HTML asks for, gzipped. Old browsers' scripts do not count. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { Problem, ROOT } from '../../simulator/launch';
import type { Figures, Line } from './figures';
import type { Stage } from './stage';
import { Viewer } from './viewer';

/** Route as Next prints it, and an address of it. */
const ROUTES = [
  ['/login', '/login'],
  ['/', '/'],
  ['/wallboard', '/wallboard'],
  ['/hosts', '/hosts'],
  ['/hosts/add/bulk', '/hosts/add/bulk'],
  ['/hosts/add/labels', '/hosts/add/labels'],
  ['/hosts/add', '/hosts/add'],
  ['/hosts/[host]', '/hosts/worker-0'],
  ['/hosts/[host]/provision', '/hosts/worker-0/provision'],
  ['/hosts/[host]/clock', '/hosts/worker-0/clock'],
  ['/hosts/[host]/processor', '/hosts/worker-4/processor'],
  ['/hosts/[host]/memory', '/hosts/worker-4/memory'],
  ['/hosts/[host]/network', '/hosts/worker-2/network'],
  ['/hosts/[host]/storage', '/hosts/worker-2/storage'],
  ['/hosts/[host]/sensors', '/hosts/worker-2/sensors'],
  ['/hosts/[host]/devices', '/hosts/worker-1/devices'],
  ['/hosts/[host]/labels', '/hosts/worker-1/labels'],
  ['/hosts/compare', '/hosts/compare?left=worker-2&right=worker-3'],
  ['/hosts/export', '/hosts/export?host=worker-2'],
  ['/networks/topology', '/networks/topology'],
  ['/networks/copy', '/networks/copy?from=worker-2&to=worker-3'],
  ['/hosts/[host]/events', '/hosts/worker-0/events'],
  ['/alarms', '/alarms'],
  ['/alarms/suppression', '/alarms/suppression'],
  ['/clocks/instances', '/clocks/instances'],
  ['/clocks/ntp', '/clocks/ntp'],
  ['/networks', '/networks'],
  ['/networks/pools', '/networks/pools'],
  ['/networks/data', '/networks/data'],
  ['/storage', '/storage'],
  ['/storage/groups', '/storage/groups'],
  ['/storage/osds', '/storage/osds'],
  ['/applications', '/applications'],
  ['/applications/[application]', '/applications/cert-manager'],
  ['/applications/registry', '/applications/registry'],
  ['/applications/kubernetes', '/applications/kubernetes'],
  ['/applications/upload', '/applications/upload'],
  ['/events', '/events'],
  ['/clocks', '/clocks'],
  ['/system/audit', '/system/audit'],
] as const;
const TARGET_KB = 200;

/**
 * Without a figure of their own: shown for one request between two pages, or when there is no page. They are made of
 * the log-in page and of the console's frame.
 */
const UNMEASURED = ['/login/project', '/password', '/[...rest]', '/_not-found', '/_global-error'];

export async function measureJs(stage: Stage, figures: Figures): Promise<Line[]> {
  everyPageIsKnown();
  const viewer = await stage.signIn(`operator+fleet${SMALL}.js`);
  const stranger = new Viewer(stage.url);
  const weights = new Map<string, number>();
  const lines: Line[] = [];
  const found: Record<string, number> = {};
  for (const [route, path] of ROUTES) {
    const { value: html } = await (path === '/login' ? stranger : viewer).page(path);
    const scripts = scriptsOf(html);
    let bytes = 0;
    for (const script of scripts) {
      const weight = weights.get(script) ?? (await weigh(stage.url, script));
      weights.set(script, weight);
      bytes += weight;
    }
    found[route] = Number((bytes / 1000).toFixed(1));
    const remark = `${scripts.length} files; HTML ${(gzipSync(html).length / 1000).toFixed(1)} kB`;
    lines.push({
      what: route,
      figure: `${found[route].toFixed(1)} kB`,
      target: `<= ${TARGET_KB} kB`,
      remark,
    });
  }
  figures.firstLoadJsKB = found;
  return lines;
}

/** Routes of `figures` over the bound, with their sizes. Empty when none was measured. */
export function tooHeavy({ firstLoadJsKB = {} }: Figures): string[] {
  return Object.entries(firstLoadJsKB)
    .filter(([, size]) => size > TARGET_KB)
    .map(([route, size]) => `${route} ${size} kB of ${TARGET_KB}`);
}

/** A page that was added since must be weighed like the others. */
function everyPageIsKnown(): void {
  const known: string[] = [...ROUTES.map(([route]) => route), ...UNMEASURED];
  const built: unknown = JSON.parse(readFileSync(`${ROOT}.next/app-path-routes-manifest.json`, 'utf8'));
  for (const [file, route] of Object.entries(Object(built))) {
    if (file.endsWith('/page') && !known.includes(String(route)))
      throw new Problem(`${route} is not among the routes of e2e/bench/part-js.ts: add it with an address.`);
  }
}

const SMALL = 10;

/** Addresses in <script src> and in <link> that fetch a script ahead. */
function scriptsOf(html: string): string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const addresses = tags.flatMap((tag) => {
    if (/\snomodule\b/i.test(tag)) return [];
    const address = /\s(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? '';
    return /\.js(?:\?|$)/.test(address) ? [address] : [];
  });
  return [...new Set(addresses)];
}

async function weigh(origin: string, address: string): Promise<number> {
  const answer = await fetch(new URL(address, origin), { signal: AbortSignal.timeout(30_000) });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return gzipSync(Buffer.from(await answer.arrayBuffer())).length;
}
