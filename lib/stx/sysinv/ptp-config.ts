/** The whole PTP configuration of a cloud in one reading: four requests, however many hosts there are. */
import 'server-only';
import { z } from 'zod';
import type { LegacyPtp, PtpConfig } from '@/lib/domain/clock/ptp-config';
import { ok, type Result } from '@/lib/domain/result';
import { type Connection, collect } from '../connection';
import { oddOf, readRows, text } from '../decode';
import { decodePtpInstances } from './ptp-instances';
import { decodePtpInterfaces } from './ptp-interfaces';
import { decodePtpParameters } from './ptp-parameters';

const legacyWire = z.object({ uuid: z.string(), mode: text, transport: text, mechanism: text });

/** Decodes rows of `/v1/ptp`, the older single instance (api/controllers/v1/ptp.py). Its key is `ptps`. */
export const decodeLegacyPtp = (rows: readonly unknown[]) =>
  readRows(
    rows,
    legacyWire,
    ({ uuid, mode, transport, mechanism }): LegacyPtp => ({ id: uuid, mode, transport, mechanism }),
    [],
  );

export async function getPtpConfig(connection: Connection): Promise<Result<PtpConfig>> {
  const [instances, interfaces, parameters, legacy] = await Promise.all([
    collect(connection, '/ptp_instances', 'ptp_instances'),
    collect(connection, '/ptp_interfaces', 'ptp_interfaces'),
    collect(connection, '/ptp_parameters', 'ptp_parameters'),
    collect(connection, '/ptp', 'ptps'),
  ]);
  if (!instances.ok) return instances;
  if (!interfaces.ok) return interfaces;
  if (!parameters.ok) return parameters;
  const read = {
    instances: decodePtpInstances(instances.data),
    interfaces: decodePtpInterfaces(interfaces.data),
    parameters: decodePtpParameters(parameters.data),
    // Deprecated, and nothing leans on it: it costs nobody the rest.
    legacy: decodeLegacyPtp(legacy.ok ? legacy.data : []),
  };
  return ok({
    instances: read.instances.rows,
    interfaces: read.interfaces.rows,
    parameters: read.parameters.rows,
    legacy: read.legacy.rows[0] ?? null,
    unreadable: [
      ...oddOf('instance', read.instances.unreadable),
      ...oddOf('interface', read.interfaces.unreadable),
      ...oddOf('parameter', read.parameters.unreadable),
      ...oddOf('single', read.legacy.unreadable),
    ],
  });
}
