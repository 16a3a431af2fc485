/**
 * Changes to PTP and NTP: sysinv api/controllers/v1/ptp_instance.py, ptp_interface.py, ptp_parameter.py, ntp.py, host.py,
 * interface.py. Each function is one request; refusals come back in the platform's words.
 */
import 'server-only';
import { z } from 'zod';
import type { PtpPair } from '@/lib/domain/clock/ptp-config';
import { ok, type Result } from '@/lib/domain/result';
import { ask, type Connection, segment } from '../connection';
import { number, readable } from '../decode';

/** What a new row is called by: its uuid, and the integer by which it is assigned. */
export type Made = { id: string; number: number | null };

const madeWire = z.object({ uuid: z.string(), id: number });

async function make(connection: Connection, path: string, body: object): Promise<Result<Made>> {
  const answer = await ask(connection, 'sysinv', path, { method: 'POST', body });
  if (!answer.ok) return answer;
  const row = readable(madeWire, answer.data.body, 'sysinv', connection.requestId);
  return row.ok ? ok({ id: row.data.uuid, number: row.data.id }) : row;
}

type Operation = { op: 'add' | 'remove' | 'replace'; path: string; value: unknown; section?: string };

async function patch(connection: Connection, path: string, body: Operation[]): Promise<Result<null>> {
  const answer = await ask(connection, 'sysinv', path, { method: 'PATCH', body });
  return answer.ok ? ok(null) : answer;
}

async function remove(connection: Connection, path: string): Promise<Result<null>> {
  const answer = await ask(connection, 'sysinv', path, { method: 'DELETE' });
  return answer.ok ? ok(null) : answer;
}

/** @param service null: left out */
export const createPtpInstance = (connection: Connection, name: string, service: string | null) =>
  make(connection, '/ptp_instances', service === null ? { name } : { name, service });

export const createPtpInterface = (connection: Connection, name: string, instanceId: string) =>
  make(connection, '/ptp_interfaces', { name, ptp_instance_uuid: instanceId });

/** @param id uuid */
export const deletePtpInstance = (connection: Connection, id: string) =>
  remove(connection, `/ptp_instances/${segment(id)}`);

/** @param id uuid */
export const deletePtpInterface = (connection: Connection, id: string) =>
  remove(connection, `/ptp_interfaces/${segment(id)}`);

/** The platform takes operations one by one: what stands before a refused one stays done. @param id uuid */
export function patchInstanceParameters(
  connection: Connection,
  id: string,
  op: 'add' | 'remove',
  section: string,
  pairs: readonly PtpPair[],
) {
  const body = pairs.map(({ name, value }) => ({
    ...{ op, path: '/ptp_parameters/-', value: `${name}=${value}` },
    ...(section === 'global' ? {} : { section }),
  }));
  return patch(connection, `/ptp_instances/${segment(id)}`, body);
}

/** @param id uuid */
export function patchInterfaceParameters(
  connection: Connection,
  id: string,
  op: 'add' | 'remove',
  pairs: readonly PtpPair[],
) {
  const body = pairs.map(({ name, value }) => ({ op, path: '/ptp_parameters/-', value: `${name}=${value}` }));
  return patch(connection, `/ptp_interfaces/${segment(id)}`, body);
}

/** Every owner of the row gets the value. @param id uuid of the row */
export const patchParameterRow = (connection: Connection, id: string, value: string) =>
  patch(connection, `/ptp_parameters/${segment(id)}`, [{ op: 'replace', path: '/value', value }]);

/** @param host uuid. @param instance its integer: a uuid is answered with 500 */
export const patchHostInstances = (
  connection: Connection,
  host: string,
  op: 'add' | 'remove',
  instance: number,
) => patch(connection, `/ihosts/${segment(host)}`, [{ op, path: '/ptp_instances/-', value: instance }]);

/** @param hostInterface uuid. @param ptpInterface its integer */
export const patchInterfacePtp = (
  connection: Connection,
  hostInterface: string,
  op: 'add' | 'remove',
  ptpInterface: number,
) =>
  patch(connection, `/iinterfaces/${segment(hostInterface)}`, [
    { op, path: '/ptp_interfaces/-', value: ptpInterface },
  ]);

/** Accepted with 204: hosts take it up afterwards, and are out of date until then. */
export async function applyPtpInstances(connection: Connection): Promise<Result<null>> {
  const answer = await ask(connection, 'sysinv', '/ptp_instances/apply', { method: 'POST' });
  return answer.ok ? ok(null) : answer;
}

/** With `apply`, as its command sends it: the controllers take it up when they are locked and unlocked. @param id uuid */
export const patchNtpServers = (connection: Connection, id: string, servers: readonly string[]) =>
  patch(connection, `/intp/${segment(id)}`, [
    { op: 'replace', path: '/ntpservers', value: servers.join(',') },
    { op: 'replace', path: '/action', value: 'apply' },
  ]);

/** @param host uuid. @param to ntp, ptp */
export const patchHostFollows = (connection: Connection, host: string, to: string) =>
  patch(connection, `/ihosts/${segment(host)}`, [
    { op: 'replace', path: '/clock_synchronization', value: to },
  ]);
