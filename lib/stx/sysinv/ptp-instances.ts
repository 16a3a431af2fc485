/** PTP instances: sysinv `/v1/ptp_instances` and `/v1/ihosts/{uuid}/ptp_instances` (api/controllers/v1/ptp_instance.py). */
import 'server-only';
import { z } from 'zod';
import type { PtpInstance } from '@/lib/domain/clock/ptp-config';
import type { Result } from '@/lib/domain/result';
import { type Connection, segment } from '../connection';
import { number, readRows, text } from '../decode';
import { allRows } from '../rows';
import { pairs, words } from './ptp-pairs';

const nameWire = z.object({ name: z.string() });

/** Names of the instances of one host: a fact of a preflight, read completely or not at all. @param host uuid */
export function listPtpInstanceNames(connection: Connection, host: string): Promise<Result<string[]>> {
  const path = `/ihosts/${segment(host)}/ptp_instances`;
  return allRows(connection, path, 'ptp_instances', nameWire, ({ name }) => name);
}

const instanceWire = z.object({
  uuid: z.string(),
  id: number,
  name: text,
  service: text,
  hostnames: words,
  /** By section. */
  parameters: z.record(z.string(), pairs).nullish(),
});

const reshape = (wire: z.infer<typeof instanceWire>): PtpInstance => ({
  id: wire.uuid,
  number: wire.id,
  // The platform takes an empty name too.
  name: wire.name ?? '',
  service: wire.service,
  hosts: wire.hostnames,
  sections: Object.entries(wire.parameters ?? {}).map(([section, own]) => ({ section, pairs: own })),
});

/** Decodes rows of `/v1/ptp_instances`. */
export const decodePtpInstances = (rows: readonly unknown[]) =>
  readRows(rows, instanceWire, reshape, ['name']);
