/** PTP interfaces: sysinv `/v1/ptp_interfaces` (api/controllers/v1/ptp_interface.py). */
import 'server-only';
import { z } from 'zod';
import type { PtpInterface } from '@/lib/domain/clock/ptp-config';
import { number, readRows, text } from '../decode';
import { pairs, words } from './ptp-pairs';

const interfaceWire = z.object({
  uuid: z.string(),
  id: number,
  name: text,
  ptp_instance_uuid: text,
  ptp_instance_name: text,
  /** `hostname/interface`. */
  interface_names: words,
  parameters: pairs,
});

function memberOf(place: string): PtpInterface['members'][number] {
  const at = place.indexOf('/');
  return at < 0
    ? { host: '', interface: place }
    : { host: place.slice(0, at), interface: place.slice(at + 1) };
}

const reshape = (wire: z.infer<typeof interfaceWire>): PtpInterface => ({
  id: wire.uuid,
  number: wire.id,
  name: wire.name ?? '',
  instanceId: wire.ptp_instance_uuid,
  instanceName: wire.ptp_instance_name,
  members: wire.interface_names.map(memberOf),
  pairs: wire.parameters,
});

/** Decodes rows of `/v1/ptp_interfaces`. */
export const decodePtpInterfaces = (rows: readonly unknown[]) =>
  readRows(rows, interfaceWire, reshape, ['name']);
