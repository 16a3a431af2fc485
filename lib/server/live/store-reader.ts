/** One shared reading of a metrics store for all viewers: its last values of all hosts, asked while somebody looks. */
import 'server-only';
import type { LiveClocks, LiveReading } from '@/lib/domain/clock/live-reading';
import type { Unknown } from '@/lib/domain/host';
import type { Result } from '@/lib/domain/result';
import type { LiveAdapter } from './adapter';

export type StoreReaderOptions = {
  /** What a person calls the store. */
  sourceName: string;
  ask: () => Promise<Result<LiveReading[]>>;
  intervalMs: () => number;
  now?: () => number;
};

type Held = { byHost: Map<string, LiveReading[]>; at: number };

/** A host that had samples in this time is expected to have them: without any it is unknown, not unwatched. */
const EXPECTED_MS = 60 * 60_000;

export class StoreReader implements LiveAdapter {
  private held: Held | undefined;
  private trouble: Unknown<string> = null;
  private triedAt = Number.NEGATIVE_INFINITY;
  private inFlight: Promise<void> | undefined;
  private readonly seenAt = new Map<string, number>();
  private readonly now: () => number;

  constructor(private readonly options: StoreReaderOptions) {
    this.now = options.now ?? Date.now;
  }

  async read(hosts: readonly string[]): Promise<LiveClocks> {
    if (!this.inFlight && this.now() - this.triedAt >= this.options.intervalMs()) {
      this.inFlight = this.ask().finally(() => {
        this.inFlight = undefined;
      });
    }
    await this.inFlight;
    return {
      readings: hosts.flatMap((host) => this.readingsOf(host)),
      sources: [
        {
          source: 'metrics',
          sourceName: this.options.sourceName,
          hosts: this.held ? hosts.filter((host) => this.isExpected(host)) : null,
          answeredAt: this.held?.at ?? null,
          trouble: this.trouble,
        },
      ],
    };
  }

  private async ask(): Promise<void> {
    const answer = await this.options.ask().catch(
      (cause: unknown): Result<never> => ({
        ok: false,
        error: { kind: 'unavailable', message: cause instanceof Error ? cause.message : String(cause) },
      }),
    );
    this.triedAt = this.now();
    if (!answer.ok) {
      this.trouble = answer.error.message;
      return;
    }
    const byHost = new Map<string, LiveReading[]>();
    for (const reading of answer.data) {
      byHost.set(reading.host, [...(byHost.get(reading.host) ?? []), reading]);
      this.seenAt.set(reading.host, this.triedAt);
    }
    this.held = { byHost, at: this.triedAt };
    this.trouble =
      answer.data.length > 0
        ? null
        : 'It has no samples of clocks: the names of metrics or labels may differ.';
  }

  /** A store that fell silent vouches for nothing after a while. */
  private readingsOf(host: string): LiveReading[] {
    const { held } = this;
    if (!held || this.now() - held.at > 3 * this.options.intervalMs() + 60_000) return [];
    return held.byHost.get(host) ?? [];
  }

  private isExpected(host: string): boolean {
    return this.now() - (this.seenAt.get(host) ?? Number.NEGATIVE_INFINITY) <= EXPECTED_MS;
  }
}
