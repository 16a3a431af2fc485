/**
 * The clocks page, cold: against the slowest platform request that it waits for, asked by itself just before, and how
 * many requests it makes. Their number must not grow with the hosts.
 */
import type { Figures, Line } from './figures';
import { realLatencies } from './latency';
import { tokenOf } from './platform';
import type { Stage } from './stage';
import { median, rounded } from './stats';

const SIZES = [10, 100, 1_000] as const;
/** Each has roles of its own, so none is served from what another made the console read. */
const USERS = ['operator', 'reader', 'configurator', 'admin'] as const;
/** What the page waits for: hosts, alarms, PTP configuration, and whom its ports hear. */
const NEEDED = [
  ['sysinv', '/v1/ihosts'],
  ['sysinv', '/v1/ptp_instances'],
  ['sysinv', '/v1/ptp_interfaces'],
  ['sysinv', '/v1/ptp_parameters'],
  ['sysinv', '/v1/iinterfaces/detail'],
  ['sysinv', '/v1/ports'],
  ['sysinv', '/v1/lldp_neighbours'],
  ['fm', '/v1/alarms?include_suppress=True'],
] as const;
/** What the page does not wait for is under way when its HTML has come. */
const SETTLED_MS = 3_000;

export async function measureClocks(stage: Stage, figures: Figures): Promise<Line[]> {
  const ratio: Record<string, number | null> = {};
  const requests: Record<string, number> = {};
  const lines: Line[] = [];
  await (await stage.signIn('operator+fleet10.warmclocks')).page('/clocks');
  for (const hosts of SIZES) {
    const tag = `fleet${hosts}.clocks`;
    await stage.control.fault(realLatencies(hosts), { tag });
    const ratios: number[] = [];
    const pages: number[] = [];
    for (const user of USERS) {
      const viewer = await stage.signIn(`${user}+${tag}`);
      const token = await tokenOf(stage.service('keystone'), `${user}+${tag}`);
      const limits: number[] = [];
      for (const [service, path] of NEEDED)
        limits.push(await timeOf(`${stage.service(service)}${path}`, token));
      await stage.control.resetRequests({ tag });
      const { ms, value } = await viewer.page('/clocks');
      if (!value.includes('Who gets time from whom'))
        throw new Error('the clocks page came without its tree');
      ratios.push(ms / Math.max(...limits));
      pages.push(ms);
      if (user !== USERS[0]) continue;
      await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
      const counts = await stage.control.requests({ tag });
      requests[hosts] = counts.reduce(
        (sum, { count, service }) => sum + (service === 'keystone' ? 0 : count),
        0,
      );
    }
    ratio[hosts] = rounded(median(ratios), 2);
    lines.push({
      what: `GET /clocks, ${hosts} hosts`,
      figure: `${ratio[hosts]}`,
      ...(hosts < 1_000 ? { target: '<= 1.5' } : {}),
      remark: `${rounded(median(pages))} ms to the last byte; median of ${pages.length}`,
    });
  }
  const [least, most] = [Math.min(...Object.values(requests)), Math.max(...Object.values(requests))];
  figures.clocksPage = { platformRequests: requests, ratio };
  lines.push({
    what: 'platform requests of a cold /clocks at 10, 100, 1,000 hosts',
    figure: SIZES.map((hosts) => requests[hosts]).join(', '),
    target: 'equal',
    remark: least === most ? 'the same at any number of hosts' : 'they differ',
  });
  return lines;
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
