/**
 * Works one store of its own and prints what it measured as a line of JSON. A process of its own, so that its memory
 * and its event loop are the store's: `node --expose-gc --import tsx --conditions=react-server store-load.ts CONFIG`.
 */
import { randomUUID } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { sql } from 'kysely';
import { keepSaying, keepSayings } from '../../lib/server/store/alarm-marks';
import { type KeptEntry, keepAuditLines, readAuditLines } from '../../lib/server/store/audit-trail';
import { Store, type StoreConfig, type StoreDb } from '../../lib/server/store/store';
import { SELECTION, type StoreReport, TRAIL_LINES, WRITES } from './store-report';

const MIB = 2 ** 20;
const CLOUD = 'bench';
const WARM_UP = 50;

async function main(config: StoreConfig): Promise<StoreReport> {
  const store = new Store(config);
  const on = async <T>(queries: (db: StoreDb) => Promise<T>): Promise<T> => {
    const result = await store.run(queries);
    if (!result.ok) throw new Error(result.error.message);
    return result.data;
  };
  const before = await settledMiB();
  await on(async () => undefined);
  const openedMiB = (await settledMiB()) - before;

  const writeLine = (n: number) => on((db) => keepAuditLines(db, [lineAt(Date.now(), n)]));
  // Code that runs for the first time is slow in any store.
  for (let n = 0; n < WARM_UP; n += 1) await writeLine(n);
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const linesMs = await timed(async () => {
    for (let n = 0; n < WRITES; n += 1) await writeLine(n);
  });
  const notesMs = await timed(async () => {
    for (let n = 0; n < WRITES; n += 1)
      await on((db) =>
        keepSaying(db, {
          ...{ cloud: CLOUD, projectId: 'p', by: 'ann', at: Date.now(), submission: randomUUID() },
          alarm: alarmOf(n % 20),
          ...{ deed: 'note', text: `note ${n} ${'x'.repeat((n * 37) % 300)}` },
        }),
      );
  });
  loop.disable();
  const about = Array.from({ length: SELECTION }, (_, n) => ({
    alarm: alarmOf(1_000 + n),
    submission: randomUUID(),
  }));
  const words = { cloud: CLOUD, projectId: 'p', by: 'ann', at: Date.now(), deed: 'seen', text: '' } as const;
  const selectionMs = await timed(() => on((db) => keepSayings(db, words, about)));

  const small = await bytes(config, on);
  const start = Date.now() - TRAIL_LINES * 1_000;
  for (let n = 0; n < TRAIL_LINES; n += 500) {
    const lines = Array.from({ length: 500 }, (_, index) => lineAt(start + (n + index) * 1_000, n + index));
    await on((db) => keepAuditLines(db, lines));
  }
  const trailMiB = ((await bytes(config, on)) - small) / MIB;
  const all = { from: 0, to: Date.now() + 1_000 };
  const newestMs = await timed(() => on((db) => readAuditLines(db, CLOUD, all, 200)));
  const textMs = await timed(() =>
    on((db) => readAuditLines(db, CLOUD, { ...all, text: 'in no line' }, 200)),
  );
  const workedMiB = (await settledMiB()) - before;
  await store.close();
  const longestStopMs = loop.max / 1e6;
  return {
    ...{ openedMiB, workedMiB, linesMs, notesMs, longestStopMs, selectionMs, newestMs, textMs, trailMiB },
  };
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

/** Resident memory without what the next collection would free anyway. */
async function settledMiB(): Promise<number> {
  for (let n = 0; n < 5; n += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return process.memoryUsage.rss() / MIB;
}

const alarmOf = (n: number) => ({
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  raisedAt: 1_767_000_000_000,
  ...{ alarmId: '100.101', entity: `host=worker-${n}` },
});

function lineAt(at: number, n: number): KeptEntry {
  return {
    ...{ id: randomUUID(), at: new Date(at).toISOString(), who: `person-${n % 40}`, domain: 'Default' },
    ...{ project: 'admin', role: 'operator', from: '10.10.20.7', cloud: CLOUD, action: 'alarm.mark-seen' },
    ...{ target: `100.101 host=worker-${n % 1_000}`, outcome: 'ok', status: null },
    ...{ requestId: `req-${randomUUID()}`, durationMs: 12, details: { state: 'enabled' } },
  };
}

/** What the store takes on the disk, once what was written ahead is in its place. */
async function bytes(
  config: StoreConfig,
  on: (queries: (db: StoreDb) => Promise<number>) => Promise<number>,
): Promise<number> {
  if (config.kind === 'postgres') {
    const size = sql<{ size: string }>`select pg_total_relation_size('audit_trail') as size`;
    return on(async (db) => Number((await size.execute(db)).rows[0]?.size));
  }
  await on(async (db) => (await sql`pragma wal_checkpoint(truncate)`.execute(db)).rows.length);
  const { directory } = config;
  return readdirSync(directory).reduce((sum, file) => sum + statSync(join(directory, file)).size, 0);
}

function configOf(text: string): StoreConfig {
  const { kind, directory, url } = Object(JSON.parse(text));
  return kind === 'postgres'
    ? { kind, url: String(url) }
    : { kind: 'embedded', directory: String(directory) };
}

main(configOf(process.argv[2] ?? '')).then(
  (report) => {
    console.log(JSON.stringify(report));
    process.exit(0);
  },
  (cause) => {
    console.error(cause);
    process.exit(1);
  },
);
