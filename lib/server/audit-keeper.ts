/**
 * Brings lines of the audit trail into the store without anybody waiting for it: a write that was carried out stays
 * carried out while the store is away. Lines wait in memory, so many at most; every line is on stdout in any case.
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { AuditEntry } from '@/lib/domain/audit';
import type { Result } from '@/lib/domain/result';
import { processWide } from '@/lib/process-wide';
import { metrics } from './metrics';
import { sharedReads } from './platform';
import { type KeptEntry, keepAuditLines } from './store/audit-trail';
import { store } from './store/store';

const MOST_WAITING = 2_000;
const MOST_AT_ONCE = 100;
const FIRST_REST_MS = 1_000;
const LONGEST_REST_MS = 30_000;

type Options = {
  keep: (lines: readonly KeptEntry[]) => Promise<Result<unknown>>;
  /** Told of each line that found no room. */
  onLost: () => void;
  onKept?: () => void;
  most?: number;
  /** Waits between tries, milliseconds. */
  rest?: (ms: number) => Promise<void>;
};

export class AuditKeeper {
  private queue: KeptEntry[] = [];
  private busy: Promise<void> | undefined;

  constructor(private readonly options: Options) {}

  /** Lines that are not in the store yet. */
  get waiting(): number {
    return this.queue.length;
  }

  /** Takes a line, or counts it as lost when too many wait already. */
  add(entry: AuditEntry): void {
    if (this.queue.length >= (this.options.most ?? MOST_WAITING)) {
      this.options.onLost();
      return;
    }
    this.queue.push({ ...entry, id: randomUUID() });
    this.start();
  }

  /** Settles when nothing waits any more. */
  async idle(): Promise<void> {
    await this.busy;
  }

  private start(): void {
    this.busy ??= this.empty().finally(() => {
      this.busy = undefined;
      // One that came in the very moment in which the others were through.
      if (this.queue.length > 0) this.start();
    });
  }

  private async empty(): Promise<void> {
    const { keep, onKept, rest = unhurried } = this.options;
    let pause = FIRST_REST_MS;
    while (this.queue.length > 0) {
      const lines = this.queue.slice(0, MOST_AT_ONCE);
      const kept = await keep(lines);
      if (kept.ok) {
        this.queue.splice(0, lines.length);
        onKept?.();
        pause = FIRST_REST_MS;
      } else {
        await rest(pause);
        pause = Math.min(LONGEST_REST_MS, pause * 2);
      }
    }
  }
}

/** A wait that keeps no process alive. */
const unhurried = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });

declare global {
  interface RoostProcess {
    auditKeeper?: AuditKeeper;
  }
}

/** The one of this process. */
export function auditKeeper(): AuditKeeper {
  const shared = processWide();
  shared.auditKeeper ??= new AuditKeeper({
    keep: (lines) => store().run((db) => keepAuditLines(db, lines)),
    onLost: () => metrics().auditUnkept.inc(),
    onKept: () =>
      sharedReads().invalidate([
        ...['auditTrail', 'eventRows', 'eventCounts', 'applicationsPending', 'applicationHistory'],
      ]),
  });
  return shared.auditKeeper;
}
