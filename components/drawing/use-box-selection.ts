'use client';
/** Which box of a drawing is followed: what the pointer or the keyboard is on, else what was pinned, else what is open. */
import { useState } from 'react';
import { changeSearch } from '@/lib/url/address';
import { useOpenRow } from '@/lib/url/open-row';

export type BoxSelection = {
  /** The box that is followed. */
  start: string | null;
  /** The pinned box. */
  pinned: string | null;
  /** The box whose details are open. */
  open: string | null;
  /** Pins a box; a second time opens its details. Open details follow. */
  choose: (key: string) => void;
  showDetails: (key: string) => void;
  closeDetails: () => void;
  /** Closes what is open, else lets go of what is pinned. @returns whether there was anything */
  letGo: () => boolean;
  clear: () => void;
  /** Pointer or keyboard is on a box; null: on none. */
  setAt: (key: string | null) => void;
};

/** @param pinned as the address has it, under `trace` */
export function useBoxSelection(pinned: string | null): BoxSelection {
  const [open, setOpen] = useOpenRow();
  const [at, setAt] = useState<string | null>(null);
  const clear = () => changeSearch({ trace: null }, 'push');
  return {
    ...{ start: at ?? pinned ?? open, pinned, open, clear, setAt },
    choose: (key) => {
      if (key === pinned) setOpen(key);
      else changeSearch({ trace: key, ...(open === null ? {} : { open: key }) }, 'push');
    },
    showDetails: (key) => setOpen(key),
    closeDetails: () => setOpen(null),
    letGo: () => {
      if (open !== null) setOpen(null);
      else if (pinned !== null) clear();
      else return false;
      return true;
    },
  };
}
