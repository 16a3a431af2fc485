/** What an open page of alarms on which nothing happens costs: bytes to the browser, requests to the platform. */
import type { Page } from '@playwright/test';
import { countTraffic, inBrowser, NO_BROWSER, type PolledRead, pause, type Traffic } from './browser';
import { type Counted, countViewers, signInAll } from './crowd';
import type { Figures, Line } from './figures';
import type { Options } from './options';
import type { Stage } from './stage';
import { rounded } from './stats';

/** The present GUI with as many alarms, one tab, one minute: 24 full reads of the list. */
const PRESENT_GUI = { bytes: 909_000, alarms: 65, requests: 24 };
const TARGET_PERCENT = 1;
/** What the page still fetches when it has arrived (code for later, the first polls) is not idleness. */
const SETTLE_MS = 20_000;

export async function measureAlarms(stage: Stage, figures: Figures, options: Options): Promise<Line[]> {
  const tag = 'duplex.alarms';
  const user = `operator+${tag}`;
  const viewer = await stage.signIn(user);
  await stage.control.flood(
    { alarms: PRESENT_GUI.alarms - STANDING, raiseMs: 0, changesPerMinute: 0 },
    { tag },
  );
  await stage.control.advance(1_000, { tag });
  const idle = await inBrowser(viewer, (page) => watchIdle(stage, page, options.seconds));
  if (!idle) return [{ what: 'idle alarms page', ...NO_BROWSER }];
  const perMinute = (idle.bytes * 60) / options.seconds;
  const lively = await inBrowser(await stage.signIn('operator+standard.alarms'), (page) =>
    watchIdle(stage, page, options.seconds),
  );
  const livelyPerMinute = lively && (lively.bytes * 60) / options.seconds;
  const watching = { path: '/alarms', first: 'alarms', reads: idle.reads };
  const one = await countViewers(stage, watching, tag, [viewer], options.seconds);
  const others = await signInAll(stage, user, options.viewers - 1);
  const all = await countViewers(stage, watching, tag, [viewer, ...others], options.seconds);
  const percent = (perMinute / PRESENT_GUI.bytes) * 100;
  figures.alarmsPage = {
    idleBytesPerMinute: rounded(perMinute),
    withChangingHostsBytesPerMinute: rounded(livelyPerMinute),
    ofPresentGui: rounded(percent / 100, 4),
    platformRequestsPerMinute: {
      viewers1: rounded(one.perMinute, 1),
      ...{ [`viewers${options.viewers}`]: rounded(all.perMinute, 1) },
    },
  };
  return [
    {
      what: `idle /alarms, ${PRESENT_GUI.alarms} alarms: bytes to the browser per minute`,
      figure: `${rounded(perMinute)}`,
      remark: `on the wire with headers, ${idle.polls} polls in ${options.seconds} s of ${names(idle.reads)}`,
    },
    {
      what: 'the same against the present GUI, 909 kB',
      figure: `${percent.toFixed(2)} %`,
      target: `${TARGET_PERCENT} %`,
    },
    {
      what: 'the same while a host is installed and another starts',
      figure: `${rounded(livelyPerMinute)}`,
      remark: `${lively?.polls} polls: the strip asks for hosts every 5 s then`,
    },
    platformLine('1 viewer', one),
    platformLine(`${options.viewers} viewers`, all, 'as 1 viewer'),
    {
      what: `readMany, ${options.viewers} viewers, median`,
      figure: `${rounded(all.p50, 1)} ms`,
      remark: all.cpu,
    },
  ];
}

/** Active in the cloud of two controllers, where no host is changing: the page is idle in every part. */
const STANDING = 2;

const names = (reads: readonly PolledRead[]) => reads.map(({ view }) => view).join(', ');

function platformLine(who: string, { perMinute, names: remark }: Counted, target?: string): Line {
  const what = `platform requests per minute, ${who}`;
  return { what, figure: perMinute.toFixed(1), remark, ...(target ? { target } : {}) };
}

async function watchIdle(stage: Stage, page: Page, seconds: number): Promise<Traffic> {
  const traffic = await countTraffic(page);
  await page.goto(`${stage.url}/alarms`, { waitUntil: 'load' });
  await page.getByRole('row').nth(5).waitFor({ timeout: 60_000 });
  await pause(SETTLE_MS);
  const before = { bytes: traffic.bytes, polls: traffic.polls };
  await pause(seconds * 1_000);
  return { bytes: traffic.bytes - before.bytes, polls: traffic.polls - before.polls, reads: traffic.reads };
}
