/**
 * The console's own store: what people of this console say, and the trail of what they did. Everything in it is the
 * console's; nothing of the platform is kept. It may be away: then what needs it says so, and the console goes on.
 */
import 'server-only';
import { Kysely } from 'kysely';
import { type Failure, fail, ok, type Result } from '@/lib/domain/result';
import { env } from '@/lib/env';
import { processWide } from '@/lib/process-wide';
import { log } from '../log';
import { EmbeddedDialect } from './embedded';
import { migrate } from './migrations';
import { postgresDialect } from './postgres';
import type { StoreTables } from './schema';

export type StoreDb = Kysely<StoreTables>;

export type StoreConfig = { kind: 'embedded'; directory: string } | { kind: 'postgres'; url: string };

type Opened = { db: StoreDb /** Ends it at once, for the end of the process. */; closeNow: () => void };

/** After a failure the next try waits this long; whoever asks meanwhile gets the same answer. */
const REST_MS = 1_000;

/** One sentence for people; the reason, which may name machines, is for the log. */
const AWAY: Failure = {
  kind: 'unavailable',
  service: 'store',
  message: "The console's own store does not answer.",
};

export class Store {
  private opened: Promise<Opened> | undefined;
  private held: Opened | undefined;
  private failedAt = Number.NEGATIVE_INFINITY;
  private away = false;

  constructor(
    private readonly config: StoreConfig,
    private readonly now: () => number = Date.now,
  ) {}

  get kind(): StoreConfig['kind'] {
    return this.config.kind;
  }

  /** Whether the newest try failed. */
  get isAway(): boolean {
    return this.away;
  }

  /**
   * Runs queries. A failure is a value, `unavailable` of service `store`; the next call finds out whether the store is
   * back. What is to hold together runs in `db.transaction()`.
   */
  async run<T>(queries: (db: StoreDb) => Promise<T>): Promise<Result<T>> {
    if (this.now() - this.failedAt < REST_MS) return fail(AWAY);
    let opened: Promise<Opened> | undefined;
    try {
      this.opened ??= this.open();
      opened = this.opened;
      const data = await queries((await opened).db);
      if (this.away) log.warn({ service: 'store' }, 'The store is back');
      this.away = false;
      this.failedAt = Number.NEGATIVE_INFINITY;
      return ok(data);
    } catch (cause) {
      this.note(cause);
      // Opened anew, shape and all, at the next try: a file may have been replaced, a database restored.
      if (opened && this.opened === opened) {
        this.opened = undefined;
        void opened.then(({ db }) => db.destroy()).catch(() => {});
      }
      return fail(AWAY);
    }
  }

  /** Waits for what is under way and lets go. A later `run` opens it again. */
  async close(): Promise<void> {
    const opened = this.opened;
    this.opened = undefined;
    await opened?.then(({ db }) => db.destroy()).catch(() => {});
  }

  /** For the end of the process. */
  closeNow(): void {
    this.held?.closeNow();
  }

  private note(cause: unknown): void {
    this.failedAt = this.now();
    const reason = cause instanceof Error ? cause.message : String(cause);
    // Once per absence: whoever polls would otherwise fill the log.
    if (!this.away) log.error({ service: 'store', kind: this.kind, reason }, 'The store does not answer');
    this.away = true;
  }

  private async open(): Promise<Opened> {
    const opened = this.connect();
    try {
      await migrate(opened.db, this.kind);
    } catch (cause) {
      await opened.db.destroy().catch(() => {});
      throw cause;
    }
    this.held = opened;
    return opened;
  }

  private connect(): Opened {
    if (this.config.kind === 'embedded') {
      const dialect = new EmbeddedDialect(this.config.directory);
      return { db: new Kysely({ dialect }), closeNow: () => dialect.driver.closeNow() };
    }
    const dialect = postgresDialect(this.config.url, (cause) => {
      log.warn({ service: 'store', reason: cause.message }, 'A connection to the store was lost');
    });
    // Its sockets end with the process.
    return { db: new Kysely({ dialect }), closeNow: () => {} };
  }
}

declare global {
  interface RoostProcess {
    store?: Store;
  }
}

/** The store of this process: PostgreSQL where DATABASE_URL names one, otherwise a file below ROOST_DATA_DIR. */
export function store(): Store {
  const shared = processWide();
  if (!shared.store) {
    const { DATABASE_URL, ROOST_DATA_DIR } = env();
    shared.store = new Store(
      DATABASE_URL
        ? { kind: 'postgres', url: DATABASE_URL }
        : { kind: 'embedded', directory: ROOST_DATA_DIR },
    );
  }
  return shared.store;
}
