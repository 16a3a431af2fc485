/** Hosts: sysinv `/v1/ihosts` (api/controllers/v1/host.py). Wire words stop here. */
import 'server-only';
import { z } from 'zod';
import type { Host, HostList } from '@/lib/domain/host';
import { fail, ok, type Result } from '@/lib/domain/result';
import { ask, type Connection, collect, segment } from '../connection';
import { flag, number, readRows, text, time } from '../decode';

const capabilities = z
  .object({ Personality: text, is_max_cpu_configurable: text })
  .partial()
  .loose()
  .nullish()
  .catch(null);

/** Only the uuid is compulsory: a row with holes is still a host that somebody has to see. */
const hostWire = z.object({
  uuid: z.string().min(1),
  id: number,
  hostname: text,
  personality: text,
  subfunctions: text,
  administrative: text,
  operational: text,
  availability: text,
  subfunction_oper: text,
  subfunction_avail: text,
  capabilities,
  task: text,
  ihost_action: text,
  vim_progress_status: text,
  inv_state: text,
  invprovision: text,
  config_status: text,
  config_applied: text,
  config_target: text,
  install_state: text,
  install_state_info: text,
  mgmt_mac: text,
  mgmt_ip: text,
  bm_type: text,
  bm_ip: text,
  bm_username: text,
  serialid: text,
  location: z.object({ locn: text }).partial().loose().nullish().catch(null),
  peers: z.object({ name: text }).partial().loose().nullish().catch(null),
  clock_synchronization: text,
  uptime: number,
  boot_device: text,
  rootfs_device: text,
  install_output: text,
  console: text,
  ttys_dcd: flag,
  apparmor: text,
  max_cpu_mhz_configured: number,
  max_cpu_mhz_allowed: number,
  sw_version: text,
  reboot_needed: flag,
  device_image_update: text,
  created_at: time,
  updated_at: time,
});
type HostWire = z.infer<typeof hostWire>;

const ACTIVITY: Record<string, Host['activity']> = {
  'Controller-Active': 'active',
  'Controller-Standby': 'standby',
};

/**
 * `install_state_info` counts packages while they install: "14/20" as the present GUI reads it, "42 of 310++" as
 * recorded from the API. Anything else carries no count.
 */
function installProgress(info: string | null): { done: number | null; total: number | null } {
  const match = /^(\d+)\s*(?:\/|of)\s*(\d+)/.exec(info ?? '');
  return match ? { done: Number(match[1]), total: Number(match[2]) } : { done: null, total: null };
}

/**
 * The platform's audit adds a plus to the state, or while packages install to their count, for each minute without news
 * (conductor/manager.py _audit_install_states): `booting+++`, `12/20++`. The pluses are no part of either.
 */
function installOf(state: string | null, info: string | null): Host['install'] {
  const quiet = /\+*$/.exec(`${state ?? ''}`)?.[0].length || (/\+*$/.exec(info ?? '')?.[0].length ?? 0);
  return {
    state: state?.replace(/\++$/, '') ?? null,
    ...installProgress(info),
    ...(quiet > 0 ? { quietMinutes: quiet } : {}),
  };
}

function reshape(wire: HostWire): Host {
  return {
    id: wire.uuid,
    number: wire.id,
    hostname: wire.hostname,
    personality: wire.personality,
    subfunctions: wire.subfunctions?.split(',').map((part) => part.trim()) ?? [],
    administrative: wire.administrative,
    operational: wire.operational,
    availability: wire.availability,
    subfunctionOperational: wire.subfunction_oper,
    subfunctionAvailability: wire.subfunction_avail,
    activity: ACTIVITY[wire.capabilities?.Personality ?? ''] ?? null,
    task: wire.task,
    lastAction: wire.ihost_action,
    vimProgress: wire.vim_progress_status,
    inventoryState: wire.inv_state,
    provisionState: wire.invprovision,
    configStatus: wire.config_status,
    configApplied: wire.config_applied,
    configTarget: wire.config_target,
    install: installOf(wire.install_state, wire.install_state_info),
    mgmtMac: wire.mgmt_mac,
    mgmtIp: wire.mgmt_ip,
    boardManagement: { type: wire.bm_type, address: wire.bm_ip, userName: wire.bm_username },
    serial: wire.serialid,
    location: wire.location?.locn ?? null,
    peerGroup: wire.peers?.name ?? null,
    clockSynchronization: wire.clock_synchronization,
    uptimeSeconds: wire.uptime,
    bootDevice: wire.boot_device,
    rootfsDevice: wire.rootfs_device,
    installOutput: wire.install_output,
    console: wire.console,
    serialDcd: wire.ttys_dcd,
    appArmor: wire.apparmor,
    maxCpuMhzConfigured: wire.max_cpu_mhz_configured,
    maxCpuMhzAllowed: wire.max_cpu_mhz_allowed,
    maxCpuConfigurable: wire.capabilities?.is_max_cpu_configurable === 'configurable',
    softwareVersion: wire.sw_version,
    rebootNeeded: wire.reboot_needed,
    deviceImageUpdate: wire.device_image_update,
    createdAt: wire.created_at,
    updatedAt: wire.updated_at,
  };
}

/** Decodes rows of `/v1/ihosts`; exported for the contract test over recordings. */
export function decodeHosts(rows: readonly unknown[]): HostList {
  const { rows: hosts, unreadable } = readRows(rows, hostWire, reshape, ['hostname', 'mgmt_mac']);
  return { hosts, unreadable };
}

/** Every host of the cloud: one request per 2,000 hosts. */
export async function listHosts(connection: Connection): Promise<Result<HostList>> {
  const rows = await collect(connection, '/ihosts', 'ihosts');
  return rows.ok ? ok(decodeHosts(rows.data)) : rows;
}

/** One host, by uuid or hostname. */
export async function getHost(connection: Connection, id: string): Promise<Result<Host>> {
  const answer = await ask(connection, 'sysinv', `/ihosts/${segment(id)}`);
  return answer.ok ? oneHost(answer.data.body, connection.requestId) : answer;
}

export type HostPatch = { path: string; value: unknown }[];

/**
 * Changes fields of a host, or asks for an action (`/action`). sysinv wants a JSON-patch list sent as plain
 * `application/json`, and answers with the host as it then stands.
 */
export async function patchHost(
  connection: Connection,
  id: string,
  changes: HostPatch,
): Promise<Result<Host>> {
  const body = changes.map(({ path, value }) => ({ op: 'replace', path, value }));
  const answer = await ask(connection, 'sysinv', `/ihosts/${segment(id)}`, { method: 'PATCH', body });
  return answer.ok ? oneHost(answer.data.body, connection.requestId) : answer;
}

/** Removes a host from the inventory. sysinv refuses an unlocked one with a 500 that says so. */
export async function deleteHost(connection: Connection, id: string): Promise<Result<null>> {
  const answer = await ask(connection, 'sysinv', `/ihosts/${segment(id)}`, { method: 'DELETE' });
  return answer.ok ? ok(null) : answer;
}

/** The host in an answer to a write. */
export function oneHost(body: unknown, requestId: string): Result<Host> {
  const { hosts, unreadable } = decodeHosts([body]);
  const host = hosts[0];
  if (host) return ok(host);
  const details = unreadable[0]?.why;
  const message = 'The answer of sysinv cannot be read.';
  return fail({ kind: 'unreadable', service: 'sysinv', requestId, message, ...(details ? { details } : {}) });
}
