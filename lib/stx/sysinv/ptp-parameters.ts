/** PTP parameters, each one row for all that have it: sysinv `/v1/ptp_parameters` (api/controllers/v1/ptp_parameter.py). */
import 'server-only';
import { z } from 'zod';
import type { PtpParameter } from '@/lib/domain/clock/ptp-config';
import { readRows, text } from '../decode';
import { words } from './ptp-pairs';

const parameterWire = z.object({ uuid: z.string(), section: text, name: text, value: text, owners: words });

const reshape = (wire: z.infer<typeof parameterWire>): PtpParameter => ({
  id: wire.uuid,
  // The platform's own default, of a release that knew no sections yet.
  section: wire.section ?? 'global',
  name: wire.name ?? '',
  value: wire.value ?? '',
  owners: wire.owners,
});

/** Decodes rows of `/v1/ptp_parameters`. */
export const decodePtpParameters = (rows: readonly unknown[]) =>
  readRows(rows, parameterWire, reshape, ['name']);
