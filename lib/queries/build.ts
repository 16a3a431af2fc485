/**
 * A tab outlives a deploy. The first answer names the build of the server; when a later one names another, or
 * the server no longer knows an action's id, the tab says so and offers to reload. Nothing typed is lost.
 */
import { unstable_isUnrecognizedActionError } from 'next/navigation';
import type { Failure } from '@/lib/domain/result';
import { createStore } from './store';

type BuildState = {
  build: string | undefined;
  /** Another build answered. */
  updated: boolean;
  /** The newest answer was that the server knows none of this page's calls: it neither reads nor writes any more. */
  cutOff: boolean;
};

export const buildStore = createStore<BuildState>({ build: undefined, updated: false, cutOff: false });

/** The newest build that answered and is not the page's own: what a page that reloads by itself does it for, once. */
export const laterBuildStore = createStore<string | undefined>(undefined);

/** Notes the build that answered. */
export function noteBuild(build: string): void {
  const { build: known = build, updated, cutOff } = buildStore.get();
  const next = { build: known, updated: updated || known !== build, cutOff: false };
  if (known !== buildStore.get().build || next.updated !== updated || cutOff) buildStore.set(next);
  if (next.build !== build) laterBuildStore.set(build);
}

/**
 * Notes a failed call; only an unknown action id means that the server was replaced. Every build has ids of its own
 * unless NEXT_SERVER_ACTIONS_ENCRYPTION_KEY was set when it was made.
 * @returns true when that is why it failed: then the call was not carried out
 */
export function noteUnknownAction(cause: unknown): boolean {
  if (!unstable_isUnrecognizedActionError(cause)) return false;
  const state = buildStore.get();
  if (!state.cutOff) buildStore.set({ ...state, updated: true, cutOff: true });
  return true;
}

/** Why a page from before reads nothing. */
export const READS_NO_MORE: Failure = {
  kind: 'unavailable',
  service: 'console',
  message: 'The console was updated, and this page is from before. Reload it to read on.',
};

/** Why a page from before changes nothing: the server never carried the call out, so nothing is uncertain. */
export const WRITES_NO_MORE: Failure = {
  kind: 'invalid',
  service: 'console',
  message:
    'The console was updated, and this page is from before. The platform was not asked. Note what you typed, reload the page, and do it there.',
};
