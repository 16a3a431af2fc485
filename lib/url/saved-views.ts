'use client';

import { useMemo, useSyncExternalStore } from 'react';

/** A list as one person likes it: a name for a query (`writeQuery`), kept in this browser. Never holds data. */
export type SavedView = { name: string; query: string };

const PREFIX = 'roost.views.';
const NAME_LENGTH = 40;

/** Reads stored text; whatever is not a view is dropped, since anything may be in local storage. */
export function readSavedViews(text: string | null): readonly SavedView[] {
  if (!text) return [];
  try {
    const stored: unknown = JSON.parse(text);
    return Array.isArray(stored) ? stored.flatMap(asView) : [];
  } catch {
    return [];
  }
}

function asView(item: unknown): SavedView[] {
  if (typeof item !== 'object' || item === null) return [];
  if (!('name' in item) || !('query' in item)) return [];
  const { name, query } = item;
  return typeof name === 'string' && name !== '' && typeof query === 'string' ? [{ name, query }] : [];
}

const clean = (name: string) => name.trim().replace(/\s+/g, ' ').slice(0, NAME_LENGTH);

/** Adds a view, or gives the one of that name a new query. A blank name changes nothing. */
export function addView(views: readonly SavedView[], name: string, query: string): readonly SavedView[] {
  const wanted = clean(name);
  if (!wanted) return views;
  const others = views.filter((view) => view.name !== wanted);
  return [...others, { name: wanted, query }];
}

/** Renames in place; a blank name, or one that another view has, changes nothing. */
export function renameView(views: readonly SavedView[], from: string, to: string): readonly SavedView[] {
  const wanted = clean(to);
  if (!wanted || views.some((view) => view.name === wanted)) return views;
  return views.map((view) => (view.name === from ? { ...view, name: wanted } : view));
}

export function removeView(views: readonly SavedView[], name: string): readonly SavedView[] {
  return views.filter((view) => view.name !== name);
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

function load(id: string): string | null {
  try {
    return window.localStorage.getItem(PREFIX + id);
  } catch {
    return null;
  }
}

function store(id: string, views: readonly SavedView[]): void {
  try {
    window.localStorage.setItem(PREFIX + id, JSON.stringify(views));
  } catch {
    // Storage may be full or forbidden. A view that cannot be kept is a loss of taste, not of data.
  }
  for (const listener of listeners) listener();
}

/** The saved views of one table in this browser, shared by every tab of it. Empty on the server. */
export function useSavedViews(id: string) {
  const text = useSyncExternalStore(
    subscribe,
    () => load(id),
    () => null,
  );
  return useMemo(() => {
    const views = readSavedViews(text);
    return {
      views,
      add: (name: string, query: string) => store(id, addView(views, name, query)),
      rename: (from: string, to: string) => store(id, renameView(views, from, to)),
      remove: (name: string) => store(id, removeView(views, name)),
    };
  }, [id, text]);
}
