/**
 * One de-duplicated, short-lived reading for all viewers of an access class. Ten thousand viewers cost the
 * platform what one costs: a reading is taken anew only when it is due, by whoever asks first then.
 */
import 'server-only';
import { createHash } from 'node:crypto';
import type { Reading } from '@/lib/domain/reading';
import { type Failure, fail, type Result } from '@/lib/domain/result';
import { accessClass, SessionPool } from './pool';
import { dueOnGrid } from './reading-grid';
import type { Session } from './session-types';

export type Source<T> = {
  /** Identifies the reading within an access class: view name and parameters. */
  key: string;
  load: (session: Session) => Promise<Result<T>>;
  /**
   * How long a value counts as new, in milliseconds; may depend on what it says (something is under way). On the average:
   * a reading falls due with others, see reading-grid.ts.
   */
  freshForMs: (data: T) => number;
  /** What a value takes over from the one before it; undefined for the first. Times in epoch milliseconds. */
  keep?: (data: T, before: { data: T; asOf: number } | undefined, now: number) => T;
};

type Outcome = 'hit' | 'join' | 'miss';

type Entry = {
  value?: { data: unknown; asOf: number; version: string };
  /** Values before this one, the newest first: viewers hold them, and need only what changed since. */
  earlier: { data: unknown; version: string }[];
  error?: Failure;
  failures: number;
  dueAt: number;
  /** When the newest try ended, well or badly. */
  triedAt: number;
  paceMs: number;
  usedAt: number;
  /** Goes up when a write makes what is being read right now outdated. */
  generation: number;
  /** Generation of what is held. */
  storedGeneration: number;
  inFlight?: { generation: number; done: Promise<Failure | undefined> };
};

/** How many values before the newest are kept: a viewer that missed more gets the whole. */
const MOST_EARLIER = 3;
/** Between class and view in a key; JSON text never contains it. */
const SEPARATOR = '\u0000';
const MOST_ENTRIES = 2_000;
const IDLE_MS = 10 * 60_000;
/** Whoever asks for it by hand gets a reading no older than this; nobody can make the platform answer oftener. */
const BY_HAND_MS = 1_000;

export type SharedReadsOptions = {
  now?: () => number;
  /** Asks Keystone whether a token still stands; used when no request of this session has proven it lately. */
  validate: (session: Session) => Promise<Result<unknown>>;
  /** Told when the platform refuses a session's token. */
  onRefused: (session: Session) => void;
  /** View name and how it was served: from memory, by joining somebody else's asking, by asking. */
  onRead?: (view: string, outcome: Outcome) => void;
};

export class SharedReads {
  private entries = new Map<string, Entry>();
  private pools = new Map<string, SessionPool>();
  private proofs = new Map<string, Promise<Result<unknown>>>();
  private readonly now: () => number;

  constructor(private readonly options: SharedReadsOptions) {
    this.now = options.now ?? Date.now;
  }

  /**
   * Reads a source on behalf of a session. Never rejects: what fails is in `error`, beside the last good value.
   * @param byHand a person asks: neither the pace nor the backing off after a failure keeps an older reading
   */
  async read<T>(session: Session, source: Source<T>, byHand = false): Promise<Reading<T>> {
    const klass = accessClass(session);
    const pool = this.poolOf(klass);
    pool.join(session);
    const entry = this.entryOf(`${klass}${SEPARATOR}${source.key}`);
    entry.usedAt = this.now();
    if (byHand && this.now() - entry.triedAt >= BY_HAND_MS) entry.dueAt = 0;

    const refused = await this.bringUpToDate(session, pool, entry, source);
    if (refused) return { error: refused, nextInMs: 1_000, paceMs: entry.paceMs };

    const reading: Reading<T> = {
      nextInMs: Math.max(250, entry.dueAt - this.now()),
      paceMs: entry.paceMs,
    };
    // The entry was filled by sources of this very key, hence of this type.
    if (entry.value) reading.value = entry.value as NonNullable<Reading<T>['value']>;
    if (entry.error) reading.error = entry.error;
    return reading;
  }

  /** A value that was read before the newest, by its version; undefined when it is no longer kept. */
  earlier(session: Session, key: string, version: string): { data: unknown } | undefined {
    const entry = this.entries.get(`${accessClass(session)}${SEPARATOR}${key}`);
    return entry?.earlier.find((value) => value.version === version);
  }

  /** Makes readings whose key starts with one of the prefixes due at once, for every class: a write happened. */
  invalidate(prefixes: readonly string[]): void {
    for (const [key, entry] of this.entries) {
      const name = key.slice(key.indexOf(SEPARATOR) + SEPARATOR.length);
      if (!prefixes.some((prefix) => name.startsWith(prefix))) continue;
      entry.generation += 1;
      entry.dueAt = 0;
    }
  }

  /** Forgets a session that signed out. */
  forget(session: Session): void {
    this.pools.get(accessClass(session))?.drop(session);
  }

  /** Number of sessions that asked lately. */
  get sessions(): number {
    return [...this.pools.values()].reduce((sum, pool) => sum + pool.size, 0);
  }

  /** @returns a Failure only when this very session is refused. */
  private async bringUpToDate<T>(
    session: Session,
    pool: SessionPool,
    entry: Entry,
    source: Source<T>,
  ): Promise<Failure | undefined> {
    const view = source.key.split(' ', 1)[0] ?? '';
    if (entry.dueAt > this.now()) {
      this.options.onRead?.(view, 'hit');
      return this.proveIfNeeded(session, pool);
    }
    if (entry.inFlight?.generation === entry.generation) this.options.onRead?.(view, 'join');
    else {
      this.options.onRead?.(view, 'miss');
      const generation = entry.generation;
      const done = this.refresh(pool, entry, source).finally(() => {
        if (entry.inFlight?.generation === generation) delete entry.inFlight;
      });
      entry.inFlight = { generation, done };
    }
    const nobodyLeft = await entry.inFlight?.done;
    // The pool ran dry while reading: every token, this one included, was refused.
    if (nobodyLeft && !pool.isProven(session)) return nobodyLeft;
    return this.proveIfNeeded(session, pool);
  }

  /** Takes a reading with the pool's tokens in turn, dropping those that the platform refuses. */
  private async refresh<T>(pool: SessionPool, entry: Entry, source: Source<T>): Promise<Failure | undefined> {
    const generation = entry.generation;
    for (let carrier = pool.next(); carrier; carrier = pool.next()) {
      const result = await settled(source, carrier);
      if (!result.ok && result.error.kind === 'unauthenticated') {
        pool.drop(carrier);
        this.options.onRefused(carrier);
        continue;
      }
      if (result.ok || result.error.kind === 'forbidden') pool.prove(carrier);
      this.store(entry, result, source, generation, pool.since);
      return undefined;
    }
    return { kind: 'unauthenticated', message: 'The platform no longer accepts this session.' };
  }

  private store<T>(
    entry: Entry,
    result: Result<T>,
    source: Source<T>,
    generation: number,
    since: number,
  ): void {
    // A slow answer from before a write must not overwrite what was read after it.
    if (generation < entry.storedGeneration) return;
    entry.storedGeneration = generation;
    const outdated = entry.generation !== generation;
    entry.triedAt = this.now();
    if (result.ok) {
      // The entry was filled by sources of this very key, hence of this type.
      const before = entry.value as { data: T; asOf: number } | undefined;
      const read = source.keep ? source.keep(result.data, before, this.now()) : result.data;
      const version = createHash('sha1').update(JSON.stringify(read)).digest('base64url').slice(0, 16);
      // An equal value keeps its identity, so that nothing downstream sees a change.
      const equal = entry.value?.version === version;
      if (entry.value && !equal) entry.earlier = [entry.value, ...entry.earlier].slice(0, MOST_EARLIER);
      const data = equal ? entry.value?.data : read;
      entry.value = { data, version, asOf: this.now() };
      delete entry.error;
      entry.failures = 0;
      entry.paceMs = source.freshForMs(read);
      entry.dueAt = outdated ? 0 : dueOnGrid(since, this.now(), entry.paceMs);
      return;
    }
    entry.error = result.error;
    entry.failures += 1;
    // 1, 2, 4 … 30 s with jitter, so that replicas do not knock on a recovering platform together.
    const backoff = Math.min(30_000, 1_000 * 2 ** Math.min(entry.failures - 1, 5));
    entry.dueAt = outdated ? 0 : this.now() + backoff * (0.75 + Math.random() / 2);
  }

  /** One Keystone validation per session at a time, and only when no request has proven it lately. */
  private async proveIfNeeded(session: Session, pool: SessionPool): Promise<Failure | undefined> {
    if (pool.isProven(session)) return undefined;
    let proof = this.proofs.get(session.id);
    if (!proof) {
      proof = this.options.validate(session).finally(() => this.proofs.delete(session.id));
      this.proofs.set(session.id, proof);
    }
    const result = await proof;
    if (result.ok) {
      pool.join(session);
      pool.prove(session);
      return undefined;
    }
    if (result.error.kind === 'unauthenticated' || result.error.kind === 'not-found') {
      pool.drop(session);
      this.options.onRefused(session);
      return { ...result.error, kind: 'unauthenticated' };
    }
    return result.error;
  }

  private poolOf(klass: string): SessionPool {
    let pool = this.pools.get(klass);
    if (!pool) {
      pool = new SessionPool(this.now);
      this.pools.set(klass, pool);
    }
    return pool;
  }

  private entryOf(key: string): Entry {
    let entry = this.entries.get(key);
    if (!entry) {
      if (this.entries.size >= MOST_ENTRIES) this.evict();
      entry = {
        earlier: [],
        failures: 0,
        dueAt: 0,
        triedAt: 0,
        paceMs: 15_000,
        usedAt: this.now(),
        generation: 0,
        storedGeneration: 0,
      };
      this.entries.set(key, entry);
    }
    return entry;
  }

  /** Drops what nobody asked for lately, or else the least recently used quarter. */
  private evict(): void {
    const oldest = [...this.entries].sort(([, a], [, b]) => a.usedAt - b.usedAt);
    for (const [index, [key, entry]] of oldest.entries()) {
      if (this.now() - entry.usedAt > IDLE_MS || index < MOST_ENTRIES / 4) this.entries.delete(key);
    }
    for (const [klass, pool] of this.pools) if (pool.next() === undefined) this.pools.delete(klass);
  }
}

async function settled<T>(source: Source<T>, carrier: Session): Promise<Result<T>> {
  try {
    return await source.load(carrier);
  } catch (cause) {
    const details = cause instanceof Error ? cause.message : String(cause);
    return fail({ kind: 'unavailable', message: 'The console could not read this.', details });
  }
}
