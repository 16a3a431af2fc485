/** The system's own settings: users, DNS, NTP, legacy PTP, OAM, DRBD, remote logging, service parameters. */
import { at, primary, subnetOf } from '../seed/subnets';
import { type CloudSeeder, cloudRow, ofSystem } from './context';

export const iuser: CloudSeeder = (context) => [
  {
    ...cloudRow('iuser', 0, context),
    ...ofSystem(context),
    root_sig: 'f0e1d2c3',
    passwd_hash: '$6$rounds=5000$simulated',
    passwd_expiry_days: 90,
    passwd_last_change: null,
    action: null,
  },
];

export const idns: CloudSeeder = (context) => [
  {
    ...cloudRow('idns', 0, context),
    ...ofSystem(context),
    // Of both families where networks have both.
    nameservers: [2, 3]
      .map((place, n) => at(subnetOf(context, 'oam', context.families[n] ?? context.families[0]), place))
      .join(','),
    action: null,
  },
];

export const intp: CloudSeeder = (context) => [
  {
    ...cloudRow('intp', 0, context),
    ...ofSystem(context),
    ntpservers: '0.pool.ntp.org,1.pool.ntp.org,2.pool.ntp.org',
    action: null,
  },
];

export const ptp: CloudSeeder = (context) => [
  {
    ...cloudRow('ptp', 0, context),
    isystem_uuid: context.systemUuid,
    mode: 'hardware',
    transport: 'l2',
    mechanism: 'e2e',
  },
];

/** Network oam as the older interface shows it: its primary pool alone. */
export const iextoam: CloudSeeder = (context) => [
  {
    ...cloudRow('iextoam', 0, context),
    ...ofSystem(context),
    oam_subnet: `${primary(context, 'oam', 0)}/${subnetOf(context, 'oam', context.families[0]).prefix}`,
    oam_gateway_ip: primary(context, 'oam', 1),
    oam_floating_ip: primary(context, 'oam', 10),
    oam_c0_ip: primary(context, 'oam', 11),
    oam_c1_ip: primary(context, 'oam', 12),
    oam_start_ip: subnetOf(context, 'oam', context.families[0]).range[0],
    oam_end_ip: subnetOf(context, 'oam', context.families[0]).range[1],
    region_config: false,
    action: null,
  },
];

export const drbdconfig: CloudSeeder = (context) => [
  {
    ...cloudRow('drbdconfig', 0, context),
    ...ofSystem(context),
    link_util: 40,
    num_parallel: 1,
    rtt_ms: 0.2,
    action: null,
  },
];

export const remotelogging: CloudSeeder = (context) => [
  {
    ...cloudRow('remotelogging', 0, context),
    isystem_uuid: context.systemUuid,
    ip_address: primary(context, 'oam', 200),
    enabled: true,
    transport: 'tls',
    port: 6514,
    key_file: null,
    action: null,
  },
];

const PARAMETERS: [string, string, string, string][] = [
  ['platform', 'client', 'cli_confirmations', 'disabled'],
  ['platform', 'config', 'autoreapply_apps_after_apply_runtime_manifest', 'enabled'],
  ['platform', 'config', 'cgroup_v2_enabled', 'true'],
  ['platform', 'config', 'host_unlock_blocking_period', '120'],
  ['platform', 'config', 'sctp_autoload', 'enabled'],
  ['http', 'config', 'http_port', '8080'],
  ['http', 'config', 'https_port', '8443'],
  ['identity', 'config', 'token_expiration', '3600'],
  ['identity', 'security_compliance', 'lockout_retries', '5'],
  ['identity', 'security_compliance', 'lockout_seconds', '1800'],
  ['platform', 'maintenance', 'controller_boot_timeout', '1200'],
  ['platform', 'maintenance', 'worker_boot_timeout', '720'],
  ['platform', 'maintenance', 'heartbeat_degrade_threshold', '6'],
  ['platform', 'maintenance', 'heartbeat_failure_action', 'fail'],
  ['platform', 'maintenance', 'heartbeat_failure_threshold', '10'],
  ['platform', 'maintenance', 'heartbeat_period', '100'],
  ['platform', 'maintenance', 'mnfa_threshold', '2'],
  ['platform', 'maintenance', 'mnfa_timeout', '0'],
  ['platform', 'kernel', 'audit', '0'],
  ['radosgw', 'config', 'service_enabled', 'false'],
];

export const serviceParameter: CloudSeeder = (context) =>
  PARAMETERS.map(([service, section, name, value], n) => ({
    ...cloudRow('service_parameter', n, context),
    service,
    section,
    name,
    value,
    personality: null,
    resource: null,
  }));
