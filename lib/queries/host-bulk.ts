/** Adding hosts in bulk from the browser: sent once; what came of it can be asked for when the answer got lost. */
import { addHosts, lostBulkAdd } from '@/lib/actions/host-bulk';
import type { BulkResult } from '@/lib/domain/provision/bulk-answer';
import type { BulkRow } from '@/lib/domain/provision/bulk-row';
import type { Result } from '@/lib/domain/result';
import { settled } from './host-mutations';

/** Sends rows, once. @returns what came of each; a console that cannot be reached is a Failure like any other */
export const sendBulkAdd = (rows: readonly BulkRow[], submission: string): Promise<Result<BulkResult[]>> =>
  settled(
    async () => {
      const started = await addHosts({
        rows: rows.map(({ id, values, lostPassword }) => ({
          ...{ id, values: { ...values }, lostPassword, leftOut: false, refusal: null },
        })),
        submission,
      });
      return started.ok ? started.data.accepted : started;
    },
    'the hosts',
    submission,
  );

/** What came of what was sent under this id, from the console's memory: nothing is sent again. */
export const askBulkAdd = (submission: string): Promise<Result<BulkResult[]>> =>
  settled(
    async () => {
      const kept = await lostBulkAdd(submission);
      return kept.ok ? kept.data.accepted : kept;
    },
    'the hosts',
    submission,
  );
