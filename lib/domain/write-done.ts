import type { Host } from './host';

/** What an accepted write on a host gives back. */
export type WriteDone = {
  /** When the platform accepted it: epoch milliseconds of the server's clock. */
  at: number;
  /** The host as the platform answered; null where it answers nothing (delete). */
  host: Host | null;
};
