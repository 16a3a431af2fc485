/** The view of the platform's own health report. */
import 'server-only';
import { z } from 'zod';
import { HEALTH_KINDS } from '@/lib/domain/health/health-kind';
import { getHealth } from '@/lib/stx/sysinv/health';
import { view } from './view';

export const healthViews = {
  /** Costly for the platform: asked for by a person, never polled (lib/queries/asked.ts), and shared for a minute. */
  healthReport: view({
    params: z.strictObject({ kind: z.enum(HEALTH_KINDS), relaxed: z.boolean() }),
    load: (connection, query) => getHealth(connection, query),
    pace: () => 'minute',
  }),
};
