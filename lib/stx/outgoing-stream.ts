/** A body that is sent while it comes, and never held: its length is told beforehand, and what stands still is given up. */
import 'server-only';
import { Readable } from 'node:stream';

export type OutgoingStream = {
  /** Exactly this many bytes are sent: a server that counts them notices a torso. */
  bytes: number;
  pieces: AsyncIterable<Uint8Array>;
  contentType: string;
  /** Nothing moved, and nothing was answered, for so long: it is over. There is no limit on the whole. */
  idleSeconds: number;
  /** Whoever sends it went away. */
  signal: AbortSignal;
};

/** How long a request may take, and what it sends. `touch` says that something moved. */
export type Patience = { signal: AbortSignal; touch: () => void; end: () => void };

/** Waits so long altogether. */
export const patienceOf = (seconds: number): Patience => ({
  signal: AbortSignal.timeout(seconds * 1000),
  touch: () => {},
  end: () => {},
});

/** Waits as long as something moves: a slow link takes an hour for what a fast one does in seconds. */
export function idlePatience({ idleSeconds, signal }: OutgoingStream): Patience {
  const still = new AbortController();
  const giveUp = () => still.abort(new DOMException('Nothing moved.', 'TimeoutError'));
  let timer = setTimeout(giveUp, idleSeconds * 1000);
  return {
    signal: AbortSignal.any([still.signal, signal]),
    touch: () => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, idleSeconds * 1000);
    },
    end: () => clearTimeout(timer),
  };
}

/** What is sent, taken from its source no faster than the other end takes it. */
export function bodyOf({ pieces }: OutgoingStream, { touch }: Patience): Readable {
  async function* watched() {
    for await (const piece of pieces) {
      touch();
      yield piece;
    }
    touch();
  }
  return Readable.from(watched(), { objectMode: false });
}
