/** What the store confirmed is there after the process was killed in the midst of writing. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { Store } from './store';

const ROOT = resolve(__dirname, '../../..');
const ROUNDS = 5;
const directory = mkdtempSync(join(tmpdir(), 'roost-kill-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Runs a writer and kills it `afterMs` after its first confirmation. Resolves with whole lines of what it said. */
function writeUntilKilled(run: string, afterMs: number): Promise<string[]> {
  return new Promise((done, failed) => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', '--conditions=react-server', 'e2e/support/store-writer.ts', directory, run],
      { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ROOST_LOG_LEVEL: 'silent' } },
    );
    let said = '';
    let complaint = '';
    let begun = false;
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (begun) return;
      begun = true;
      setTimeout(() => child.kill('SIGKILL'), afterMs);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    child.once('close', (code, signal) => {
      if (signal !== 'SIGKILL') failed(new Error(`the writer ended by itself with ${code}:\n${complaint}`));
      else done(said.slice(0, said.lastIndexOf('\n')).split('\n'));
    });
  });
}

it(`keeps every confirmed write through ${ROUNDS} kills in mid-write`, async () => {
  const confirmed: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const lines = await writeUntilKilled(`run${round}`, 20 + Math.random() * 300);
    expect(lines.filter((line) => !/^(note|audit) /.test(line))).toEqual([]);
    expect(lines.length).toBeGreaterThan(0);
    confirmed.push(...lines);
  }
  const store = new Store({ kind: 'embedded', directory });
  const read = await store.run(async (db) => ({
    sound: (await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)).rows,
    notes: await db.selectFrom('alarm_mark_history').select(['said', 'alarm_uuid']).execute(),
    marks: await db.selectFrom('alarm_marks').select('alarm_uuid').execute(),
    lines: await db.selectFrom('audit_trail').select('request_id').execute(),
  }));
  await store.close();
  if (!read.ok) throw new Error(read.error.message);
  const { sound, notes, marks, lines } = read.data;
  expect(sound).toEqual([{ integrity_check: 'ok' }]);
  const there = new Set([
    ...notes.map(({ said }) => `note ${said}`),
    ...lines.map(({ request_id }) => `audit ${request_id}`),
  ]);
  expect(confirmed.filter((line) => !there.has(line))).toEqual([]);
  // A mark and its line of history come together or not at all.
  const marked = new Set(marks.map(({ alarm_uuid }) => alarm_uuid));
  expect(notes.filter(({ alarm_uuid }) => !marked.has(alarm_uuid))).toEqual([]);
  expect(confirmed.length).toBeGreaterThan(ROUNDS * 2);
}, 120_000);
