/**
 * Kysely over libSQL in a file of its own. One connection, one at a time: SQLite has one writer anyway, and settings
 * hold per connection. Beginning and committing happen on a thread of libSQL's, so that waiting for the disk (or for
 * another process) never stops the server.
 */
import 'server-only';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import Database from 'libsql/promise';
import { z } from 'zod';

const FILE = 'roost.db';
/**
 * How long to wait for another process that writes to the same file. Waited for here: SQLite's own waiting holds one
 * of libSQL's few threads, and the commit that everybody waits for may then find none.
 */
const BUSY_MS = 5_000;
const BUSY_STEP_MS = 10;

/**
 * What is used of libsql/promise 0.5, whose own types say `any`. `run` works at once: it only fills pages in memory,
 * the disk is waited for in COMMIT.
 */
type Statement = {
  readonly reader: boolean;
  run: (...parameters: unknown[]) => unknown;
  all: (...parameters: unknown[]) => Promise<unknown[]>;
};
const runInfo = z.object({ changes: z.number() });

export class EmbeddedDialect implements Dialect {
  readonly driver: EmbeddedDriver;

  /** @param directory made if missing */
  constructor(directory: string) {
    this.driver = new EmbeddedDriver(directory);
  }

  createDriver = () => this.driver;
  createQueryCompiler = () => new SqliteQueryCompiler();
  createAdapter = () => new SqliteAdapter();
  createIntrospector: Dialect['createIntrospector'] = (db) => new SqliteIntrospector(db);
}

class EmbeddedDriver implements Driver {
  private readonly path: string;
  private connection: EmbeddedConnection | undefined;
  private inode = 0;
  /** Settles when whoever uses the connection now gives it back. */
  private turn: Promise<void> = Promise.resolve();
  private giveBack = () => {};

  constructor(private readonly directory: string) {
    this.path = join(directory, FILE);
  }

  async init(): Promise<void> {
    mkdirSync(this.directory, { recursive: true, mode: 0o700 });
    const database = new Database(this.path, {});
    const connection = new EmbeddedConnection(database);
    try {
      // Written ahead and synced at each commit: what was confirmed survives kill -9 and a loss of power.
      for (const setting of ['journal_mode = WAL', 'synchronous = FULL']) {
        await patiently(() => connection.executeQuery(CompiledQuery.raw(`pragma ${setting}`)));
      }
      this.inode = statSync(this.path).ino;
    } catch (cause) {
      connection.close();
      throw cause;
    }
    this.connection = connection;
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.turn;
    let release = () => {};
    this.turn = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    this.giveBack = release;
    if (this.connection && this.isThere()) return this.connection;
    release();
    throw new Error('the file of the store is gone');
  }

  beginTransaction = () => this.control('begin immediate');
  commitTransaction = () => this.control('commit');
  rollbackTransaction = () => this.control('rollback');

  async releaseConnection(): Promise<void> {
    this.giveBack();
  }

  async destroy(): Promise<void> {
    await this.turn;
    this.closeNow();
  }

  /** For the end of the process, when nothing can be waited for any more. */
  closeNow(): void {
    this.connection?.close();
    this.connection = undefined;
  }

  private async control(word: string): Promise<void> {
    await this.connection?.control(word);
  }

  /** A file that was deleted or replaced still takes writes, and nobody would ever see them again. */
  private isThere(): boolean {
    try {
      return statSync(this.path).ino === this.inode;
    } catch {
      return false;
    }
  }
}

class EmbeddedConnection implements DatabaseConnection {
  private inTransaction = false;

  constructor(private readonly database: Database) {}

  async control(word: string): Promise<void> {
    // Whatever comes of it, after a rollback nothing is under way: it fails only where nothing was.
    if (word === 'rollback') this.inTransaction = false;
    await patiently(() => this.database.exec(word));
    this.inTransaction = word.startsWith('begin');
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const alone = !this.inTransaction && WRITES.has(query.query.kind);
    if (!alone) return this.execute(query);
    await this.control('begin immediate');
    try {
      const result = await this.execute<R>(query);
      await this.control('commit');
      return result;
    } catch (cause) {
      await this.control('rollback').catch(() => {});
      throw cause;
    }
  }

  // biome-ignore lint/correctness/useYield: Kysely asks for a generator; nothing here streams.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('the store does not stream');
  }

  close(): void {
    this.database.close();
  }

  private async execute<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const statement: Statement = await this.database.prepare(sql);
    if (statement.reader) {
      // The rows of a query that Kysely typed: the cast says what the query's own type says.
      return { rows: (await statement.all(...bound(parameters))) as R[] };
    }
    const info = runInfo.safeParse(statement.run(...bound(parameters)));
    return { rows: [], numAffectedRows: BigInt(info.success ? info.data.changes : 0) };
  }
}

const WRITES: ReadonlySet<string> = new Set(['InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode']);

/** One list: libsql takes a lone object, null included, for named parameters. */
const bound = (parameters: readonly unknown[]): [unknown[]] => [[...parameters]];

/** Tries again, for a while, what failed because another process writes just now. */
async function patiently<T>(run: () => Promise<T>): Promise<T> {
  const until = performance.now() + BUSY_MS;
  for (;;) {
    try {
      return await run();
    } catch (cause) {
      const busy =
        cause instanceof Error && /database is locked|database table is locked/.test(cause.message);
      if (!busy || performance.now() > until) throw cause;
      await new Promise((resolve) => setTimeout(resolve, BUSY_STEP_MS));
    }
  }
}
