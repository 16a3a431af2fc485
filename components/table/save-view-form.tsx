'use client';

import { useId } from 'react';
import { Button } from '@/components/ui/button';
import type { SavedView } from '@/lib/url/saved-views';

export type SaveViewFormProps = {
  /** The saved view on screen, if the query is one. */
  active: SavedView | undefined;
  /** The query to keep. */
  query: string;
  add: (name: string, query: string) => void;
  rename: (from: string, to: string) => void;
  remove: (name: string) => void;
  close: () => void;
};

/** What "Save view" and "Edit view" open. */
export function SaveViewForm({ active, query, add, rename, remove, close }: SaveViewFormProps) {
  const field = useId();
  const save = (form: FormData) => {
    const name = form.get('name');
    if (typeof name !== 'string' || name.trim() === '') return;
    if (active) rename(active.name, name);
    else add(name, query);
    close();
  };
  return (
    <form action={save} className="flex flex-col gap-2 p-2">
      <label htmlFor={field} className="text-small font-medium text-ink-2">
        Name of the view
      </label>
      <span className="input">
        <input
          id={field}
          name="name"
          defaultValue={active?.name}
          maxLength={40}
          required
          autoComplete="off"
        />
      </span>
      <p className="text-small text-ink-3">Kept in this browser: filters, order and columns.</p>
      <div className="flex gap-2">
        <Button type="submit">{active ? 'Rename' : 'Save view'}</Button>
        {active && (
          <Button
            variant="ghost"
            onClick={() => {
              remove(active.name);
              close();
            }}
          >
            Delete view
          </Button>
        )}
      </div>
    </form>
  );
}
