/** The fields of a host that a person may set: names, kinds, choices, and in which state the platform takes them. */
import { type Host, hostName, isController, isLocked, isWorker } from './host';
import type { RuleContext } from './host-rules/context';
import { allowed, denied, type Verdict } from './result';
import { isAllInOne, isSimplex } from './system';

export const HOST_FIELDS = [
  'personality',
  'hostname',
  'subfunctions',
  'mgmtMac',
  'location',
  'clockSynchronization',
  'maxCpuMhz',
  'serialDcd',
  'appArmor',
  'bootDevice',
  'rootfsDevice',
  'installOutput',
  'console',
  'bmType',
  'bmAddress',
  'bmUserName',
  'bmPassword',
] as const;
export type HostField = (typeof HOST_FIELDS)[number];

export type FieldChoice = { value: string; label: string };
export type FieldSpec = {
  field: HostField;
  /** Section of the form. */
  step: 'host' | 'install' | 'board';
  label: string;
  /** The platform's attribute: what the CLI and the API call it. */
  attribute: string;
  kind: 'text' | 'choice' | 'flag' | 'mhz' | 'mac' | 'address' | 'secret';
  optional: boolean;
  help?: string;
};

const spec = (
  field: HostField,
  step: FieldSpec['step'],
  label: string,
  attribute: string,
  kind: FieldSpec['kind'],
  more: { optional?: boolean; help?: string } = {},
): FieldSpec => ({
  field,
  step,
  label,
  attribute,
  kind,
  optional: more.optional ?? false,
  ...(more.help ? { help: more.help } : {}),
});

/** In the order of the form (features of the platform's own workflow: host, installation, board management). */
export const FIELD_SPECS: readonly FieldSpec[] = [
  spec('personality', 'host', 'Personality', 'personality', 'choice'),
  spec('hostname', 'host', 'Hostname', 'hostname', 'text', {
    help: 'Letters, numbers, underscores, dots and hyphens',
  }),
  spec('subfunctions', 'host', 'Performance profile', 'subfunctions', 'choice'),
  spec('mgmtMac', 'host', 'Management MAC', 'mgmt_mac', 'mac', { help: 'Any notation' }),
  spec('location', 'host', 'Location', 'location', 'text', { optional: true }),
  spec('clockSynchronization', 'host', 'Clock synchronization', 'clock_synchronization', 'choice'),
  spec('maxCpuMhz', 'host', 'Maximum CPU frequency', 'max_cpu_mhz_configured', 'mhz', {
    optional: true,
    help: 'Empty means the default, the highest that the CPU allows',
  }),
  spec('serialDcd', 'host', 'Serial console data carrier detect', 'ttys_dcd', 'flag'),
  spec('appArmor', 'host', 'AppArmor', 'apparmor', 'choice'),
  spec('bootDevice', 'install', 'Boot device', 'boot_device', 'text'),
  spec('rootfsDevice', 'install', 'Root filesystem device', 'rootfs_device', 'text'),
  spec('installOutput', 'install', 'Installation output', 'install_output', 'choice'),
  spec('console', 'install', 'Console', 'console', 'text', {
    optional: true,
    help: 'For example ttyS0,115200',
  }),
  spec('bmType', 'board', 'Board management', 'bm_type', 'choice'),
  spec('bmAddress', 'board', 'Board management address', 'bm_ip', 'address', {
    help: 'IPv4 or IPv6, the same family as the OAM network',
  }),
  spec('bmUserName', 'board', 'Board management user', 'bm_username', 'text', {
    help: 'At most 16 characters',
  }),
  spec('bmPassword', 'board', 'Board management password', 'bm_password', 'secret', {
    optional: true,
    help: 'Never shown, nor whether there is one. Leave empty to keep it as it is',
  }),
];

export const fieldSpec = (field: HostField): FieldSpec | undefined =>
  FIELD_SPECS.find((candidate) => candidate.field === field);

/** sysinv host.py _personality_check and _controller_storage_node_setup. */
function personalities(context: RuleContext): FieldChoice[] {
  const controllers = context.hosts.filter(isController).length;
  const { system } = context;
  const choices: FieldChoice[] = [];
  if (controllers < 2) choices.push({ value: 'controller', label: 'Controller' });
  if (!system || !isAllInOne(system) || !isSimplex(system))
    choices.push({ value: 'worker', label: 'Worker' });
  if (!system || !isAllInOne(system)) choices.push({ value: 'storage', label: 'Storage' });
  return choices;
}

const CHOICES: ReadonlyMap<HostField, readonly FieldChoice[]> = new Map([
  [
    'subfunctions',
    [
      { value: 'worker', label: 'Standard' },
      { value: 'worker,lowlatency', label: 'Low latency' },
    ],
  ],
  [
    'clockSynchronization',
    [
      { value: 'ntp', label: 'NTP' },
      { value: 'ptp', label: 'PTP' },
    ],
  ],
  [
    'appArmor',
    [
      { value: 'enabled', label: 'Enabled' },
      { value: 'disabled', label: 'Disabled' },
    ],
  ],
  [
    'installOutput',
    [
      { value: 'text', label: 'Text' },
      { value: 'graphical', label: 'Graphical' },
    ],
  ],
  [
    'bmType',
    [
      { value: 'none', label: 'None' },
      { value: 'dynamic', label: 'Dynamic (learn)' },
      { value: 'ipmi', label: 'IPMI' },
      { value: 'redfish', label: 'Redfish' },
    ],
  ],
]);

/** The values the platform knows; empty for fields of free text. A value it has now and does not know is kept in front. */
export function fieldChoices(field: HostField, context: RuleContext, present: string): FieldChoice[] {
  const known = field === 'personality' ? personalities(context) : [...(CHOICES.get(field) ?? [])];
  const missing = present !== '' && known.length > 0 && !known.some((choice) => choice.value === present);
  return missing ? [{ value: present, label: present }, ...known] : known;
}

/** constants.PROVISIONED, PROVISIONING, UPGRADING */
const CONFIGURED: readonly string[] = ['provisioned', 'provisioning', 'upgrading'];
const PROVISIONING_CITE = 'sysinv host.py check_provisioning';

function identity(field: 'hostname' | 'personality' | 'subfunctions', host: Host): Verdict {
  if (CONFIGURED.includes(host.provisionState ?? '')) {
    return denied(
      `Fixed: ${hostName(host)} has been configured. Delete and add it again to change it.`,
      PROVISIONING_CITE,
    );
  }
  const set = field === 'subfunctions' ? host.subfunctions.length > 0 : host[field] !== null;
  return set
    ? denied('Fixed once it is set. Delete the host and add it again to change it.', PROVISIONING_CITE)
    : allowed;
}

function install(host: Host): Verdict {
  return isLocked(host)
    ? allowed
    : denied('Lock the host to change installation parameters.', PROVISIONING_CITE);
}

function cpu(host: Host): Verdict {
  const can = isWorker(host) && host.maxCpuConfigurable && host.maxCpuMhzAllowed !== null;
  const cite = 'sysinv host.py _check_max_cpu_mhz_configured';
  return can ? allowed : denied('This host does not support setting the CPU frequency.', cite);
}

/**
 * Can this field of this host be changed in its present state?
 * @param bmType board management as the form has it now: without one there is no address, user or password
 */
export function fieldVerdict(field: HostField, host: Host, bmType: string): Verdict {
  switch (field) {
    case 'hostname':
    case 'personality':
    case 'subfunctions':
      return identity(field, host);
    case 'mgmtMac':
      return denied(
        'Fixed. Delete the host and add it with the other address.',
        'sysinv host.py _validate_delta',
      );
    case 'bootDevice':
    case 'rootfsDevice':
    case 'installOutput':
    case 'console':
      return install(host);
    case 'maxCpuMhz':
      return cpu(host);
    case 'appArmor':
      return host.administrative === 'unlocked'
        ? denied('Lock the host to change AppArmor.', 'sysinv host.py _patch')
        : allowed;
    case 'bmAddress':
    case 'bmUserName':
    case 'bmPassword':
      return bmType === '' || bmType === 'none'
        ? denied('Choose a type of board management first.', 'sysinv host.py _bm_semantic_check_and_update')
        : allowed;
    case 'bmType':
    case 'location':
    case 'clockSynchronization':
    case 'serialDcd':
      return allowed;
  }
}
