/**
 * The clocks page, cold: against the slowest platform request that it waits for, asked by itself just before, and how
 * many requests it makes at any number of hosts and of viewers. Three of its lists come by 2,000 rows and cannot come
 * otherwise (sysinv takes no larger limit): what they add is counted by itself.
 */
import type { RequestCount } from '../../simulator/kernel/requests';
import { pause } from './browser';
import { countViewers, signInAll } from './crowd';
import type { Figures, Line } from './figures';
import { pageLatency, realLatencies } from './latency';
import type { Options } from './options';
import { tokenOf } from './platform';
import type { Stage } from './stage';
import { median, rounded } from './stats';
import type { Watching } from './tab';

const SIZES = [10, 100, 1_000] as const;
/** Each has roles of its own, so none is served from what another made the console read. */
const USERS = ['operator', 'reader', 'configurator', 'admin'] as const;
/** With FM's 14 seconds a page, two of a thousand hosts have to do. */
const USERS_OF_MANY = USERS.slice(0, 2);
const VIEWERS = 50;
/** Seconds of a count: a longer one would say no more. */
const LONG_ENOUGH = 30;
/** Lists with rows for each host's interfaces and ports: a request for every 2,000 of them. */
const PAGED = ['/v1/iinterfaces/detail', '/v1/ports', '/v1/lldp_neighbours'] as const;
/** What the page waits for: hosts, alarms, PTP configuration, and whom its ports hear. */
const NEEDED = ['/v1/ihosts', '/v1/ptp_instances', '/v1/ptp_interfaces', '/v1/ptp_parameters', ...PAGED];
const ALARMS = '/v1/alarms?include_suppress=True';
/** What the page does not wait for is under way when its HTML has come. */
const SETTLED_MS = 3_000;
/** Stands in the HTML only when hosts, configuration and cabling were read. */
const PROOF = 'Most urgent clocks';

const CLOCKS: Watching = {
  path: '/clocks',
  first: 'ptpConfig',
  reads: [
    ...['hosts', 'alarms', 'ptpConfig', 'ptpLinks', 'ntpServers', 'liveClocks'].map((view) => ({
      ...{ view, params: {} },
    })),
    { view: 'timingEvents', params: { last: '24h' } },
  ],
};

type Sample = { ratio: number; ms: number; kB: number };

export async function measureClocks(stage: Stage, figures: Figures, options: Options): Promise<Line[]> {
  const ratio: Record<string, number | null> = {};
  const requests: Record<string, number> = {};
  const pages: Record<string, number> = {};
  const lines: Line[] = [];
  await (await stage.signIn('operator+fleet10.warmclocks')).page('/clocks');
  for (const hosts of SIZES) {
    const tag = `fleet${hosts}.clocks`;
    await withLatencies(stage, tag, hosts, true);
    const samples: Sample[] = [];
    const users = hosts < 1_000 ? USERS : USERS_OF_MANY;
    for (const user of users) samples.push(await sample(stage, user, tag, [ALARMS]));
    const counts = await coldVisit(stage, `fleet${hosts}.count`, 1);
    requests[hosts] = sum(counts.filter((line) => !isPaged(line)));
    pages[hosts] = sum(counts.filter(isPaged));
    ratio[hosts] = rounded(median(samples.map((one) => one.ratio)), 2);
    lines.push(lineOf(`GET /clocks, ${hosts} hosts`, samples, hosts < 1_000));
  }
  const quick = 'fleet1000.quickfm';
  await withLatencies(stage, quick, 1_000, false);
  const samples: Sample[] = [];
  for (const user of USERS_OF_MANY) samples.push(await sample(stage, user, quick, []));
  lines.push(lineOf('the same where FM answers at once: against the slowest of sysinv', samples, false));
  const crowd = await coldVisit(stage, 'fleet1000.crowd', VIEWERS);
  const watched = await watchedBy(stage, Math.min(options.seconds, LONG_ENOUGH));
  figures.clocksPage = {
    ...{ platformRequests: requests, pagesOf2000: pages, ratio },
    ratioWithoutFm: rounded(median(samples.map((one) => one.ratio)), 2),
    platformRequestsOfViewers: { [VIEWERS]: sum(crowd) },
    perMinute: { viewers1: rounded(watched.one, 1), [`viewers${VIEWERS}`]: rounded(watched.all, 1) },
  };
  const all = SIZES.map((hosts) => requests[hosts]);
  lines.push(
    {
      what: 'platform requests of a cold /clocks at 10, 100, 1,000 hosts',
      figure: all.join(', '),
      target: 'equal',
      remark: new Set(all).size === 1 ? 'the same at any number of hosts' : 'they differ',
    },
    {
      what: 'and pages of 2,000 interfaces, ports, neighbours',
      figure: SIZES.map((hosts) => pages[hosts]).join(', '),
      remark: 'read once in five minutes',
    },
    {
      what: `the same at 1,000 hosts for ${VIEWERS} viewers at once`,
      figure: `${sum(crowd.filter((line) => !isPaged(line)))} and ${sum(crowd.filter(isPaged))}`,
      target: 'as 1 viewer',
    },
    {
      what: `platform requests per minute, 1 and ${VIEWERS} viewers, 1,000 hosts`,
      figure: `${watched.one.toFixed(1)}, ${watched.all.toFixed(1)}`,
      target: 'equal',
      remark: watched.names,
    },
  );
  return lines;
}

/** What a real cloud of so many hosts takes to answer; FM's list of alarms may be left quick. */
async function withLatencies(stage: Stage, tag: string, hosts: number, fm: boolean): Promise<void> {
  const token = await tokenOf(stage.service('keystone'), `operator+${tag}`);
  const paged = await Promise.all(
    PAGED.map(async (path) => {
      const { body } = await timed(`${stage.service('sysinv')}${path}`, token);
      const [rows] = Object.values(Object(body)).filter(Array.isArray);
      return { service: 'sysinv' as const, path, latencyMs: pageLatency(rows?.length ?? 0) };
    }),
  );
  const others = realLatencies(hosts).filter(({ service }) => fm || service !== 'fm');
  await stage.control.fault([...others, ...paged], { tag });
}

/** @param alarms FM's paths that count as needed */
async function sample(stage: Stage, user: string, tag: string, alarms: readonly string[]): Promise<Sample> {
  const viewer = await stage.signIn(`${user}+${tag}`);
  const token = await tokenOf(stage.service('keystone'), `${user}+${tag}`);
  const urls = [
    ...NEEDED.map((path) => `${stage.service('sysinv')}${path}`),
    ...alarms.map((path) => `${stage.service('fm')}${path}`),
  ];
  const limits: number[] = [];
  for (const url of urls) limits.push((await timed(url, token)).ms);
  const { ms, value } = await viewer.page('/clocks');
  if (!value.includes(PROOF)) throw new Error('the clocks page came without its clocks');
  return { ratio: ms / Math.max(...limits), ms, kB: value.length / 1_000 };
}

function lineOf(what: string, samples: readonly Sample[], bound: boolean): Line {
  const of = (pick: (one: Sample) => number) => rounded(median(samples.map(pick)));
  return {
    what,
    figure: `${median(samples.map(({ ratio }) => ratio))?.toFixed(2)}`,
    ...(bound ? { target: '<= 1.5' } : {}),
    remark: `${of(({ ms }) => ms)} ms to the last byte, ${of(({ kB }) => kB)} kB of HTML; median of ${samples.length}`,
  };
}

/** All requests that one cold page makes, for so many people who open it at once. */
async function coldVisit(stage: Stage, tag: string, viewers: number): Promise<RequestCount[]> {
  const people = await signInAll(stage, `operator+${tag}`, viewers);
  await stage.control.resetRequests({ tag });
  await Promise.all(people.map((viewer) => viewer.page('/clocks')));
  await pause(SETTLED_MS);
  const counts = await stage.control.requests({ tag });
  return counts.filter(({ service }) => service !== 'keystone');
}

/** What the page costs the platform while it stands open. */
async function watchedBy(stage: Stage, seconds: number) {
  const tag = 'fleet1000.watchclocks';
  const [first, ...others] = await signInAll(stage, `operator+${tag}`, VIEWERS);
  if (!first) throw new Error('nobody signed in');
  const one = await countViewers(stage, CLOCKS, tag, [first], seconds);
  const all = await countViewers(stage, CLOCKS, tag, [first, ...others], seconds);
  return { one: one.perMinute, all: all.perMinute, names: `${all.names}; ${all.cpu}` };
}

const isPaged = ({ path }: RequestCount): boolean => PAGED.some((paged) => path === paged);
const sum = (counts: readonly RequestCount[]): number => counts.reduce((all, { count }) => all + count, 0);

async function timed(url: string, token: string): Promise<{ ms: number; body: unknown }> {
  const started = performance.now();
  const answer = await fetch(url, {
    headers: { 'x-auth-token': token },
    signal: AbortSignal.timeout(60_000),
  });
  const text = await answer.text();
  const ms = performance.now() - started;
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return { ms, body: JSON.parse(text) };
}
