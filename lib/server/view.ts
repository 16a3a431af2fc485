/** What one view of the registry is; the registry itself is views.ts, with a file beside it for each domain that has many. */
import 'server-only';
import { z } from 'zod';
import type { Result } from '@/lib/domain/result';
import type { Right } from '@/lib/domain/rights';
import type { Connection } from '@/lib/stx/connection';
import type { Session } from './session-types';

export type Pace = 'fast' | 'slow' | 'minute' | 'rare';

export type View<P, T> = {
  params: z.ZodType<P>;
  /** `session` is whose token the request carries; its reading is shared by everybody of its access class. */
  load: (connection: Connection, params: P, session: Session) => Promise<Result<T>>;
  pace: (data: T) => Pace;
  /** What a reading takes over from the one before it (none: undefined). Times in epoch milliseconds. */
  keep?: (data: T, before: { data: T; asOf: number } | undefined, now: number) => T;
  /** What the platform cannot refuse, since it is the console's own. `doing`: see `may`. */
  right?: { needs: Right; doing: string };
};

/** Only checks the types: gives each view its own. */
export const view = <P, T>(definition: View<P, T>): View<P, T> => definition;

/** Of a view that takes no parameters. */
export const none = z.strictObject({});
