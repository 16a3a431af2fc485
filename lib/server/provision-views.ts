/** Views of hosts on their way into service. */
import 'server-only';
import { z } from 'zod';
import { listEvents } from '@/lib/stx/fm/events';
import { view } from './view';

/** An installation takes an hour; a host may wait for its unlock for days. */
const LOG_MS = 168 * 3_600_000;

export const provisionViews = {
  /** What the event log has of one host: one request, narrowed by the platform, read as often as its steps may change. */
  hostLog: view({
    params: z.strictObject({ entity: z.string().min(1).max(255) }),
    load: (connection, { entity }) =>
      listEvents(connection, { from: Date.now() - LOG_MS, to: null, most: 1_000, entity }),
    pace: () => 'slow',
  }),
};
