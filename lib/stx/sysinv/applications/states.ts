/** Applications: sysinv `/v1/apps` (api/controllers/v1/kube_app.py). */
import 'server-only';
import { z } from 'zod';
import type { AppFact } from '@/lib/domain/host-facts';
import type { Result } from '@/lib/domain/result';
import type { Connection } from '../../connection';
import { allRows } from '../../rows';

export const appWire = z.object({ name: z.string(), status: z.string() });

/** Name and status of every application: uploading, uploaded, applying, applied, apply-failed … */
export function listAppStates(connection: Connection): Promise<Result<AppFact[]>> {
  return allRows(connection, '/apps', 'apps', appWire, ({ name, status }) => ({ name, status }));
}
