/**
 * A file from a browser on its way to the platform: taken, encoded and handed on piece by piece, no faster than the platform
 * takes it, and never held. Whoever goes away in the middle ends the request to the platform too.
 */
import 'server-only';
import { type Failure, fail, type Result } from '@/lib/domain/result';
import { env } from '@/lib/env';
import type { Connection } from '@/lib/stx/connection';
import { Arriving } from './arriving';
import { takePlace } from './places';
import { connect } from './platform';
import { requestFacts } from './request';
import type { Session } from './session-types';

/** A file as it comes. */
export type Incoming = {
  /** As told beforehand; null when it was not. */
  bytes: number | null;
  body: ReadableStream<Uint8Array> | null;
  /** Of the request. */
  signal: AbortSignal;
};

/** A file as it is handed on. */
export type Outgoing = {
  source: AsyncIterable<Uint8Array>;
  sourceBytes: number;
  idleSeconds: number;
  signal: AbortSignal;
};

type Plan<T> = {
  /** What it is, in a sentence: "tarball". */
  what: string;
  send: (connection: Connection, file: Outgoing) => Promise<Result<T>>;
  /** Also called without an answer: the file may have been taken all the same. */
  invalidate: () => void;
};

/** Each takes a connection to the platform for minutes, and the platform holds all of it in memory. */
const UPLOADS = { kind: 'uploads', perSession: 1, altogether: 4 };

/** One request to the platform. The guard and the audit line are the caller's. */
export async function passOn<T>(session: Session, incoming: Incoming, plan: Plan<T>): Promise<Result<T>> {
  const { bytes, body, signal } = incoming;
  const wrong = sizeFault(bytes, plan.what);
  if (wrong !== null || bytes === null || body === null)
    return fail({
      kind: 'invalid',
      status: 413,
      message: wrong ?? `There is no ${plan.what} in the request.`,
    });
  const giveBack = takePlace(UPLOADS, session.id);
  if (!giveBack)
    return fail({
      ...{ kind: 'refused', status: 429 },
      message: 'Another upload is under way. Wait for it to end, or cancel it.',
    });
  try {
    const { requestId } = await requestFacts();
    const connection = await connect(session, requestId);
    if (!connection.ok) return connection;
    return await stream(connection.data, new Arriving(body.getReader(), signal), bytes, plan);
  } finally {
    giveBack();
  }
}

async function stream<T>(
  connection: Connection,
  arriving: Arriving,
  sourceBytes: number,
  { send, invalidate }: Plan<T>,
): Promise<Result<T>> {
  const idleSeconds = env().ROOST_UPLOAD_IDLE_SECONDS;
  try {
    const answer = await send(connection, {
      ...{ sourceBytes, idleSeconds },
      ...{ source: arriving.pieces(), signal: arriving.gone.signal },
    });
    return answer.ok ? answer : fail(named(answer.error, arriving, sourceBytes, idleSeconds));
  } finally {
    invalidate();
    // A browser reads the answer only when it has sent everything.
    await arriving.drain(idleSeconds);
  }
}

/** Why a file of this size is not taken. */
function sizeFault(bytes: number | null, what: string): string | null {
  const most = env().ROOST_UPLOAD_MAX_MB;
  if (bytes === null) return `The size of the ${what} has to be told beforehand.`;
  if (bytes === 0) return `The ${what} is empty.`;
  return bytes <= most * 1_000_000
    ? null
    : `The ${what} is larger than ${most} MB, which is the most that this console takes (ROOST_UPLOAD_MAX_MB).`;
}

/** What ended it, if that was not the platform. */
function named(error: Failure, { gone, seen }: Arriving, bytes: number, idleSeconds: number): Failure {
  const { requestId } = error;
  const ours = { kind: 'unavailable', service: 'console', ...(requestId ? { requestId } : {}) } as const;
  if (gone.signal.aborted)
    return { ...ours, message: 'It was cancelled, or the connection to the browser was lost.' };
  if (error.status === 408 && seen < bytes)
    return { ...ours, message: `It stood still for ${idleSeconds} s, and was given up.` };
  return error;
}
