/** A fact with its date. What travels from the server to a view for every polled read. */
import type { Failure } from './result';
import type { RowPatch } from './row-patch';

export type Reading<T> = {
  /** Last good value; absent when there never was one. It may be older than `error`. */
  value?: {
    data: T;
    /** Epoch milliseconds at which the platform gave it. */
    asOf: number;
    /** Changes exactly when `data` does. */
    version: string;
  };
  /** Why the newest try failed; absent when it did not. */
  error?: Failure;
  /** Milliseconds until a newer reading is worth asking for. */
  nextInMs: number;
  /** Milliseconds between readings while all is well: what "late" is measured by. */
  paceMs: number;
};

/**
 * What `readMany` sends: `unchanged` saves the body when the caller holds this version already, a `patch` saves the rows
 * that it holds from an older one.
 */
export type ReadAnswer<T> = Omit<Reading<T>, 'value'> & {
  value?:
    | Reading<T>['value']
    | { unchanged: true; asOf: number }
    | { patch: RowPatch; asOf: number; version: string };
};
