/**
 * Uploads of this tab, whatever page is open meanwhile, one at a time for each address. XMLHttpRequest: fetch tells nothing of how
 * far a body is, and streams one only over HTTP/2.
 */
import { type Failure, fail, ok, type Result } from '@/lib/domain/result';
import { createStore, type Store } from './store';

export type Sending = {
  fileName: string;
  sentBytes: number;
  totalBytes: number;
  /** Over the last seconds; null before anything can be said. */
  bytesPerSecond: number | null;
  cancel: () => void;
};

/** How an upload ended: what names it at the platform, or why there is nothing. */
export type UploadEnd = Result<string> | { ok: 'cancelled'; wholeSent: boolean };

export type Uploads = {
  /** What is under way; null: nothing. */
  sending: Store<Sending | null>;
  /** Why the last upload came to nothing, for whoever comes back; null: it did not, or another has begun. */
  failed: Store<{ fileName: string; failure: Failure } | null>;
  /** Sends it, once. A write whose answer got lost may have been carried out: it says so and is never sent again by itself. */
  send: (file: File, query: Readonly<Record<string, string>>) => Promise<UploadEnd>;
};

const WINDOW_MS = 5_000;

/** @param things what to look at when nobody knows whether it was taken: "applications" */
export function uploadsTo(address: string, things: string): Uploads {
  const sending: Uploads['sending'] = createStore<Sending | null>(null);
  const failed: Uploads['failed'] = createStore<{ fileName: string; failure: Failure } | null>(null);
  const send: Uploads['send'] = (file, query) => {
    const request = new XMLHttpRequest();
    const rate = rateOf();
    let sentBytes = 0;
    const show = (bytesPerSecond: number | null) =>
      sending.set({
        ...{ fileName: file.name, sentBytes, totalBytes: file.size, bytesPerSecond },
        cancel: () => request.abort(),
      });
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    failed.set(null);
    return new Promise<UploadEnd>((resolve) => {
      request.open('POST', `${address}?${new URLSearchParams(query)}`);
      request.setRequestHeader('content-type', 'application/octet-stream');
      request.setRequestHeader('x-roost-request', '1');
      request.upload.onprogress = ({ loaded }) => {
        sentBytes = loaded;
        show(rate(loaded, performance.now()));
      };
      request.onload = () => resolve(answerOf(request.status, request.responseText));
      request.onerror = () => resolve(fail(lost(things)));
      request.onabort = () => resolve({ ok: 'cancelled', wholeSent: sentBytes >= file.size });
      show(null);
      window.addEventListener('beforeunload', stay);
      request.send(file);
    }).then((end) => {
      window.removeEventListener('beforeunload', stay);
      if (end.ok === false) failed.set({ fileName: file.name, failure: end.error });
      sending.set(null);
      return end;
    });
  };
  return { sending, failed, send };
}

const lost = (things: string): Failure => ({
  kind: 'unavailable',
  service: 'console',
  message: `The connection to the console broke. Look at the ${things} before you try again: the platform may have all of it.`,
});

/** Bytes a second, over what was told within the last seconds. */
export function rateOf(): (bytes: number, at: number) => number | null {
  const told: { bytes: number; at: number }[] = [];
  return (bytes, at) => {
    told.push({ bytes, at });
    while (told.length > 2 && (told[0]?.at ?? at) < at - WINDOW_MS) told.shift();
    const [first] = told;
    const passed = first ? at - first.at : 0;
    return first && passed >= 250 ? ((bytes - first.bytes) / passed) * 1_000 : null;
  };
}

const KINDS: readonly Failure['kind'][] = [
  ...([
    'unauthenticated',
    'forbidden',
    'not-found',
    'refused',
    'invalid',
    'unavailable',
    'unreadable',
  ] as const),
];

/** What the console answered: what names it at the platform, or why not. A proxy in between may have words of its own. */
export function answerOf(status: number, text: string): Result<string> {
  const body: unknown = parsed(text);
  const name: unknown = Reflect.get(Object(body), 'name');
  if (status === 202 && typeof name === 'string') return ok(name);
  const error: unknown = Reflect.get(Object(body), 'error');
  const message: unknown = Reflect.get(Object(error), 'message');
  const said = (key: string): string | undefined => {
    const value: unknown = Reflect.get(Object(error), key);
    return typeof value === 'string' ? value : undefined;
  };
  const [service, requestId, details] = ['service', 'requestId', 'details'].map(said);
  const platform: unknown = Reflect.get(Object(error), 'status');
  return fail({
    kind: KINDS.find((kind) => kind === said('kind')) ?? 'unavailable',
    message:
      typeof message === 'string'
        ? message
        : (ANSWERED[status] ?? `The console answered with HTTP ${status}.`),
    ...(service === undefined ? {} : { service }),
    ...(typeof platform === 'number' ? { status: platform } : {}),
    ...(requestId === undefined ? {} : { requestId }),
    ...(details === undefined ? {} : { details }),
  });
}

const ANSWERED: Record<number, string> = {
  413: 'A proxy before the console does not take a file of this size (HTTP 413).',
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
