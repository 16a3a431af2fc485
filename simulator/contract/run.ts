/**
 * `npm run contract [-- DIR…]`: replays recordings of real services against a simulator of its own, and says where
 * the two depart. Without a directory it takes those under simulator/recordings.
 */
import { join } from 'node:path';
import { PORTS_PER_SIMULATOR } from '../kernel/ports';
import { PortTaken, type Simulator, startSimulator } from '../start';
import { Bench } from './bench';
import { unreadable } from './decoders';
import { exchange, type Prepared } from './exchange';
import { prepareFm } from './fm';
import { KeystoneIds, prepareKeystone } from './keystone';
import { prepareNotification } from './notification';
import { type Recording, readRecordings } from './recording';
import { Subjects } from './subjects';
import { prepareSysinv } from './sysinv';
import { judge, type Verdict } from './verdict';

const DEFAULT_DIRECTORY = join(import.meta.dirname ?? __dirname, '../recordings');
/** The first port; where something listens already, the next block is tried. */
const FIRST_PORT = 17_000;
const LAST_PORT = 18_980;

export type Outcome = { recording: Recording; verdict: Verdict };

/** Replays everything below these directories. The outcomes are in the order of the files. */
export async function replayAll(directories: readonly string[]): Promise<Outcome[]> {
  const simulator = await startSomewhere();
  try {
    const outcomes: Outcome[] = [];
    for (const directory of directories)
      outcomes.push(...(await replay(simulator, readRecordings(directory))));
    return outcomes;
  } finally {
    await simulator.stop();
  }
}

async function startSomewhere(port = FIRST_PORT): Promise<Simulator> {
  try {
    return await startSimulator({ world: 'standard', port, speed: 1 });
  } catch (error) {
    if (!(error instanceof PortTaken) || port >= LAST_PORT) throw error;
    return startSomewhere(port + PORTS_PER_SIMULATOR);
  }
}

async function replay(simulator: Simulator, recordings: Recording[]): Promise<Outcome[]> {
  const bench = new Bench(simulator);
  const subjects = new Subjects(recordings);
  const ids = new KeystoneIds(recordings);
  const prepare = (recording: Recording): Promise<Prepared | string> | string => {
    if (recording.service === 'sysinv') return prepareSysinv(bench, subjects, recording);
    if (recording.service === 'fm') return prepareFm(bench, recording);
    if (recording.service === 'keystone') return prepareKeystone(bench, ids, recording);
    if (recording.service === 'ptp-notification') return prepareNotification(bench, recording);
    return `not served: ${recording.service}`;
  };
  const outcomes: Outcome[] = [];
  for (const recording of recordings) {
    outcomes.push({ recording, verdict: await verdictOn(recording, await prepare(recording)) });
  }
  return outcomes;
}

async function verdictOn(recording: Recording, prepared: Prepared | string): Promise<Verdict> {
  const { service, path, status, body } = recording;
  const unread = status === 200 ? unreadable(service, path, body) : undefined;
  if (unread) return { failed: `recorded body: ${unread}` };
  if (typeof prepared === 'string') return { skipped: prepared };
  const answer = await exchange(prepared);
  const verdict = judge(recording, answer);
  if (!('passed' in verdict) || answer.status !== 200) return verdict;
  const unreadHere = unreadable(service, path, answer.body);
  return unreadHere ? { failed: `simulated body: ${unreadHere}` } : verdict;
}

/** The report: one line per departure, what was skipped by reason, and the totals. */
export function report(outcomes: readonly Outcome[]): { lines: string[]; failed: number } {
  const lines: string[] = [];
  const skipped = new Map<string, number>();
  let passed = 0;
  let failed = 0;
  for (const { recording, verdict } of outcomes) {
    if ('passed' in verdict) passed += 1;
    else if ('skipped' in verdict) skipped.set(verdict.skipped, (skipped.get(verdict.skipped) ?? 0) + 1);
    else {
      failed += 1;
      lines.push(`departs: ${recording.file}: ${recording.method} ${recording.path}: ${verdict.failed}`);
    }
  }
  const reasons = [...skipped].sort((a, b) => b[1] - a[1]);
  for (const [reason, count] of reasons) lines.push(`skipped ${count}: ${reason}`);
  const total = reasons.reduce((sum, [, count]) => sum + count, 0);
  if (total > 0) lines.push(`skipped in all: ${total} of ${outcomes.length}`);
  lines.push(`contract: ${passed} passed, ${failed} failed`);
  return { lines, failed };
}

async function main(): Promise<void> {
  const given = process.argv.slice(2);
  const outcomes = await replayAll(given.length > 0 ? given : [DEFAULT_DIRECTORY]);
  const { lines, failed } = report(outcomes);
  for (const line of lines) console.log(line);
  process.exitCode = failed > 0 || outcomes.length === 0 ? 1 : 0;
}

if (process.argv[1]?.endsWith('run.ts')) void main();
