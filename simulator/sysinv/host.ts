/** One host: its row as sysinv stores it, and what the row cannot say (boot time, pending steps). */
import type { Json } from '../kernel/json';
import { rowUuid } from './rows';

export type Personality = 'controller' | 'storage' | 'worker' | 'edgeworker';

/** The row of GET /v1/ihosts, without the links (they depend on who asks) and with `uptime` as of the last boot. */
export type HostRow = {
  id: number;
  uuid: string;
  hostname: string | null;
  invprovision: string | null;
  mgmt_mac: string;
  mgmt_ip: string | null;
  bm_ip: string | null;
  bm_type: string | null;
  bm_username: string | null;
  personality: Personality | null;
  subfunctions: string | null;
  subfunction_oper: string | null;
  subfunction_avail: string | null;
  serialid: string | null;
  administrative: string;
  operational: string;
  availability: string;
  action: string;
  ihost_action: string | null;
  inv_state: string | null;
  vim_progress_status: string | null;
  task: string | null;
  mtce_info: string | null;
  reserved: boolean;
  config_status: string | null;
  config_applied: string | null;
  config_target: string | null;
  clock_synchronization: string | null;
  uptime: number;
  location: { [key: string]: Json };
  capabilities: { [key: string]: Json };
  forisystemid: number;
  isystem_uuid: string;
  peers: { name: string; hosts: string[] } | null;
  boot_device: string | null;
  rootfs_device: string | null;
  hw_settle: string | null;
  install_output: string | null;
  console: string | null;
  tboot: string | null;
  ttys_dcd: boolean;
  apparmor: string | null;
  install_state: string | null;
  install_state_info: string | null;
  max_cpu_mhz_configured: string | null;
  min_cpu_mhz_allowed: string | null;
  max_cpu_mhz_allowed: string | null;
  cstates_available: string | null;
  iscsi_initiator_name: string | null;
  nvme_host_id: string | null;
  nvme_host_nqn: string | null;
  device_image_update: string | null;
  reboot_needed: boolean;
  sw_version: string;
  created_at: string | null;
  updated_at: string | null;
};

/** What a port is plugged into: a port of another host, or a port of a switch. */
export type Cable = { host: Host; port: string } | { system: string; port: string };

export type Host = {
  row: HostRow;
  /** Cables by port, where they do not lead to the leaf switches of the rack as those of every port do. */
  cables: { [port: string]: Cable };
  /** When the running system booted, by the world's clock; null while it is down. `uptime` counts from here. */
  bootedAt: number | null;
  /** Keys this row lacks on the wire, although it is a host: real platforms have such rows. */
  lacks: readonly (keyof HostRow)[];
  /** The kernel it runs while that is another than it is to run; null or absent: the same. */
  kernelRunning?: 'standard' | 'lowlatency' | null;
  /** Cancels the steps of the action under way: a new action overtakes them, as mtce's does. */
  cancel: (() => void)[];
};

/** `forisystemid` shows in items and in /detail, not in the list. */
export const HOST_ITEM_ONLY: readonly (keyof HostRow)[] = ['forisystemid'];

/** A host as sysinv creates it: discovered or added, nothing installed, nothing known. */
export function blankHost(id: number, mac: string, systemUuid: string, now: string): Host {
  const uuid = rowUuid('ihosts', id, 0);
  return {
    bootedAt: null,
    lacks: [],
    cancel: [],
    cables: {},
    row: {
      id,
      uuid,
      hostname: null,
      invprovision: null,
      mgmt_mac: mac,
      mgmt_ip: null,
      bm_ip: null,
      bm_type: null,
      bm_username: null,
      personality: null,
      subfunctions: null,
      subfunction_oper: 'disabled',
      subfunction_avail: 'offline',
      serialid: null,
      administrative: 'locked',
      operational: 'disabled',
      availability: 'offline',
      action: 'none',
      ihost_action: null,
      inv_state: null,
      vim_progress_status: null,
      task: null,
      mtce_info: null,
      reserved: false,
      config_status: null,
      config_applied: null,
      config_target: null,
      clock_synchronization: 'ntp',
      uptime: 0,
      location: {},
      capabilities: {},
      forisystemid: 1,
      isystem_uuid: systemUuid,
      peers: null,
      boot_device: '/dev/sda',
      rootfs_device: '/dev/sda',
      hw_settle: '0',
      install_output: 'text',
      console: 'ttyS0,115200',
      tboot: '',
      ttys_dcd: false,
      apparmor: 'disabled',
      install_state: null,
      install_state_info: null,
      max_cpu_mhz_configured: null,
      min_cpu_mhz_allowed: null,
      max_cpu_mhz_allowed: null,
      cstates_available: null,
      iscsi_initiator_name: null,
      nvme_host_id: null,
      nvme_host_nqn: null,
      device_image_update: null,
      reboot_needed: false,
      sw_version: '26.09',
      created_at: now,
      updated_at: null,
    },
  };
}

/** What the platform calls a host in messages: its name, or its uuid before it has one. */
export function nameOf(host: Host): string {
  return host.row.hostname ?? host.row.uuid;
}

export function isActiveController(host: Host): boolean {
  return host.row.capabilities.Personality === 'Controller-Active';
}
