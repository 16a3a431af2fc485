/** What 1 and what 200 people who watch the hosts list cost the platform, and what the 200 cost this machine. */
import { countViewers, signInAll } from './crowd';
import type { Figures, Line } from './figures';
import type { Options } from './options';
import { residentMB } from './process';
import type { Stage } from './stage';
import { rounded } from './stats';
import { HOSTS } from './tab';

export async function measureRequests(stage: Stage, options: Options, figures: Figures): Promise<Line[]> {
  const tag = `fleet${options.hosts}.watch`;
  const user = `operator+${tag}`;
  const rest = residentMB(stage.pid);
  const first = await stage.signIn(user);
  const one = await countViewers(stage, HOSTS, tag, [first], options.seconds);
  const others = await signInAll(stage, user, options.viewers - 1);
  const all = await countViewers(stage, HOSTS, tag, [first, ...others], options.seconds);
  const label = `viewers${options.viewers}`;
  figures.platformRequestsPerMinute = {
    viewers1: rounded(one.perMinute, 1),
    ...{ [label]: rounded(all.perMinute, 1) },
  };
  figures.readMany = { p50ms: rounded(all.p50, 1), p95ms: rounded(all.p95, 1) };
  figures.rssMB = { rest: rounded(rest), load: rounded(all.rss) };
  const n = options.viewers;
  return [
    { what: 'platform requests per minute, 1 viewer', figure: one.perMinute.toFixed(1), remark: one.names },
    {
      what: `platform requests per minute, ${n} viewers`,
      figure: all.perMinute.toFixed(1),
      target: 'as 1 viewer',
      remark: all.names,
    },
    { what: `readMany, ${n} viewers, median`, figure: `${all.p50?.toFixed(1)} ms`, remark: all.calls },
    {
      what: `readMany, ${n} viewers, 95 of 100 within`,
      figure: `${all.p95?.toFixed(1)} ms`,
      remark: all.cpu,
    },
    { what: 'memory of the server at rest', figure: `${rest.toFixed(0)} MB` },
    { what: `memory of the server under ${n} viewers, at most`, figure: `${all.rss.toFixed(0)} MB` },
  ];
}
