/**
 * The hosts page, cold, against the slowest platform request that it needs: asked by itself, just before, from the
 * same copy of the cloud with the same latencies. Alarms do not count as needed: the page does not wait for them.
 */

import type { Figures, Line } from './figures';
import { realLatencies } from './latency';
import { tokenOf } from './platform';
import type { Stage } from './stage';
import { median, rounded } from './stats';

/** Hosts, copies of the cloud, and the ratio that is good enough. */
const SIZES = [
  { hosts: 10, copies: 3, target: 1.5 },
  { hosts: 100, copies: 3, target: 1.5 },
  { hosts: 1_000, copies: 1, target: undefined },
] as const;
/** Each has roles of its own, so none is served from what another made the console read. */
const USERS = ['operator', 'reader', 'configurator', 'admin'] as const;
const NEEDED = ['/v1/ihosts', '/v1/isystems'] as const;

type Sample = { pageMs: number; limitMs: number };

export async function measureRatio(stage: Stage, figures: Figures): Promise<Line[]> {
  const ratio: Record<string, number | null> = {};
  const lines: Line[] = [];
  await warmUp(stage);
  for (const { hosts, copies, target } of SIZES) {
    const samples: Sample[] = [];
    for (let copy = 0; copy < copies; copy += 1)
      samples.push(...(await sampleCopy(stage, hosts, `fleet${hosts}.ratio${copy}`)));
    const value = median(samples.map(({ pageMs, limitMs }) => pageMs / limitMs));
    const page = rounded(median(samples.map(({ pageMs }) => pageMs)));
    const limit = rounded(median(samples.map(({ limitMs }) => limitMs)));
    ratio[hosts] = rounded(value, 2);
    lines.push({
      what: `GET /hosts, ${hosts} hosts`,
      figure: `${value?.toFixed(2)}`,
      ...(target ? { target: `<= ${target}` } : {}),
      remark: `${page} ms to the last byte, slowest request ${limit} ms; median of ${samples.length}`,
    });
  }
  const cold = await countColdView(stage);
  figures.hostsPage = { platformRequests: cold.total, ratio };
  lines.push({
    what: 'platform requests of a cold page view',
    figure: String(cold.total),
    target: '<= 3',
    remark: cold.names,
  });
  return lines;
}

/** The first views after a start compile and connect: not what is measured. */
async function warmUp(stage: Stage): Promise<void> {
  for (const user of USERS) await (await stage.signIn(`${user}+fleet10.warm`)).page('/hosts');
}

async function sampleCopy(stage: Stage, hosts: number, tag: string): Promise<Sample[]> {
  await stage.control.fault(realLatencies(hosts), { tag });
  const samples: Sample[] = [];
  for (const user of USERS) {
    const viewer = await stage.signIn(`${user}+${tag}`);
    const token = await tokenOf(stage.service('keystone'), `${user}+${tag}`);
    const limits: number[] = [];
    for (const path of NEEDED) limits.push(await timeOf(`${stage.service('sysinv')}${path}`, token));
    const { ms, value } = await viewer.page('/hosts');
    if (!value.includes('controller-0')) throw new Error('the hosts page came without its rows');
    samples.push({ pageMs: ms, limitMs: Math.max(...limits) });
  }
  return samples;
}

async function timeOf(url: string, token: string): Promise<number> {
  const started = performance.now();
  const answer = await fetch(url, {
    headers: { 'x-auth-token': token },
    signal: AbortSignal.timeout(60_000),
  });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return performance.now() - started;
}

/** Everything that one view of the page makes the console ask, and a second one right after it (nothing). */
async function countColdView(stage: Stage): Promise<{ total: number; names: string }> {
  const tag = 'fleet100.count';
  const viewer = await stage.signIn(`operator+${tag}`);
  await stage.control.resetRequests({ tag });
  await viewer.page('/hosts');
  await viewer.page('/hosts');
  // What the page does not wait for is still under way.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const counts = await stage.control.requests({ tag });
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const names = counts.map(({ service, path, count }) => `${count} x ${service} ${path}`).join(', ');
  return { total, names: `${names}; a second view right after it: none` };
}
