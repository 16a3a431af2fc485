/** Connections to the platform on behalf of a session, and the process-wide shared reads. */
import 'server-only';
import { fail, ok, type Result } from '@/lib/domain/result';
import { processWide } from '@/lib/process-wide';
import type { Catalogue } from '@/lib/stx/catalogue';
import type { Connection } from '@/lib/stx/connection';
import { fetchCatalogue, validate } from '@/lib/stx/keystone';
import { newRequestId } from './request-id';
import type { Session } from './session-types';
import { SharedReads } from './shared-reads';

const CATALOGUE_FOR_MS = 5 * 60_000;

type Hooks = {
  onRefused: (session: Session) => void;
  onRead: (view: string, outcome: 'hit' | 'join' | 'miss') => void;
};

type State = {
  catalogue?: { value: Catalogue; readAt: number };
  loading?: Promise<Result<Catalogue>>;
  hooks: Hooks;
  reads: SharedReads;
};

declare global {
  interface RoostProcess {
    platform?: State;
  }
}

function state(): State {
  const shared = processWide();
  if (shared.platform) return shared.platform;
  const hooks: Hooks = { onRefused: () => {}, onRead: () => {} };
  const reads = new SharedReads({
    validate: (session) => validate(session.token, newRequestId()),
    onRefused: (session) => hooks.onRefused(session),
    onRead: (view, outcome) => hooks.onRead(view, outcome),
  });
  shared.platform = { hooks, reads };
  return shared.platform;
}

/** The shared reads of this process. */
export const sharedReads = (): SharedReads => state().reads;

/** Sets who is told of refused sessions and of cache outcomes (session and metrics modules). */
export function onPlatform(hooks: Partial<Hooks>): void {
  Object.assign(state().hooks, hooks);
}

/**
 * A connection that carries this session's token. The catalogue is the cloud's, not the person's: it is read
 * once and kept five minutes, and it is never put into the cookie.
 */
export async function connect(session: Session, requestId = newRequestId()): Promise<Result<Connection>> {
  const catalogue = await catalogueFor(session, requestId);
  if (!catalogue.ok) return catalogue;
  return ok({ token: session.token, catalogue: catalogue.data, requestId });
}

async function catalogueFor(session: Session, requestId: string): Promise<Result<Catalogue>> {
  const held = state();
  if (held.catalogue && Date.now() - held.catalogue.readAt < CATALOGUE_FOR_MS)
    return ok(held.catalogue.value);
  held.loading ??= fetchCatalogue(session.token, requestId).finally(() => {
    delete held.loading;
  });
  const fresh = await held.loading;
  if (fresh.ok) {
    held.catalogue = { value: fresh.data, readAt: Date.now() };
    return fresh;
  }
  // Services do not move because Keystone is away for a moment; a refused token, though, is refused.
  if (held.catalogue && fresh.error.kind === 'unavailable') return ok(held.catalogue.value);
  return fail(fresh.error);
}
