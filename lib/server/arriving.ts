/** A body on its way from a browser: taken piece by piece, and whether it still comes. */
import 'server-only';

export class Arriving {
  readonly gone = new AbortController();
  seen = 0;
  private over = false;

  constructor(
    private readonly reader: ReadableStreamDefaultReader<Uint8Array>,
    signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => this.gone.abort(), { once: true });
  }

  async *pieces(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const piece = await this.next();
      if (piece === null) return;
      yield piece;
    }
  }

  /** Reads the rest and forgets it. */
  async drain(idleSeconds: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    while (!this.over && !this.gone.signal.aborted) {
      const still = new Promise<null>((resolve) => {
        timer = setTimeout(() => resolve(null), idleSeconds * 1_000);
      });
      const piece = await Promise.race([this.next().catch(() => null), still]);
      clearTimeout(timer);
      if (piece === null) break;
    }
    // Not waited for: what stands still may not end either.
    if (!this.over) void this.reader.cancel().catch(() => {});
  }

  private async next(): Promise<Uint8Array | null> {
    try {
      const { value, done } = await this.reader.read();
      this.over = done;
      if (done) return null;
      this.seen += value.length;
      return value;
    } catch (cause) {
      // The connection broke: Node gives the reason, which is always the same.
      this.over = true;
      this.gone.abort();
      throw cause;
    }
  }
}
