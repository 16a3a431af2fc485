/** A HostProfile of the Deployment Manager (api/v1/hostprofile_types.go): fields, words and bounds, in the order in which they are written. */
import type { Shape } from './shape';
import { flag, like, list, object, set, text, whole } from './shape-words';

export const NAME = like(/^[a-zA-Z0-9\-_]{1,255}$/);
const INTERFACE = like(/^[a-zA-Z0-9\-_.]{1,255}$/);
const DEVICE = like(/^\/dev\/.{1,4090}$/);
// The pattern of the definition says A-Z where it means A-F; what is a MAC address passes both.
export const MAC = like(/^([0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}$/);
/** Of instances: the definition has no synce4l. */
export const PTP_SERVICES: readonly string[] = [
  ...['ptp4l', 'phc2sys', 'ts2phc', 'clock', 'gnss-monitor', 'dpll-mgr'],
];
const CONSOLE = like(
  /^(|tty[0-9]+|ttyS[0-9]+(,\d+([a-zA-Z0-9]+)?)?|ttyUSB[0-9]+(,\d+([a-zA-Z0-9]+))?|lp[0-9]+)$/,
);

const common = {
  uuid: text(),
  name: INTERFACE,
  class: text('platform', 'data', 'pci-sriov', 'pci-passthrough', 'none'),
  mtu: whole(576, 9216),
  platformNetworks: set(NAME),
  dataNetworks: set(NAME),
  ptpRole: text('master', 'slave', 'none'),
  ptpInterfaces: set(NAME),
  maxTxRate: whole(),
  maxRxRate: whole(),
};

const interfaces = object({
  ethernet: list(
    object(
      {
        ...common,
        vfCount: whole(1, 128),
        vfDriver: text(),
        port: object({ name: NAME }, 'name'),
        lower: INTERFACE,
        ovsAccess: flag,
      },
      ...['name', 'class', 'port'],
    ),
    'name',
  ),
  bond: list(
    object(
      {
        ...common,
        members: set(text()),
        mode: text('balanced', 'active_standby', '802.3ad'),
        transmitHashPolicy: text('layer2', 'layer2+3'),
        primaryReselect: text(),
      },
      ...['name', 'class', 'members', 'mode'],
    ),
    'name',
  ),
  vlan: list(
    object({ ...common, lower: INTERFACE, vid: whole(1, 4095) }, 'name', 'class', 'lower', 'vid'),
    'name',
  ),
  vf: list(
    object(
      { ...common, lower: INTERFACE, vfCount: whole(1, 256), vfDriver: text() },
      ...['name', 'class', 'lower', 'vfCount'],
    ),
    'name',
  ),
});

const storage = object({
  monitor: object({ size: whole(20, 40) }),
  osds: list(
    object(
      {
        function: text('osd', 'journal'),
        path: DEVICE,
        cluster: text(),
        journal: object({ location: text(), size: whole(1) }, 'location', 'size'),
      },
      ...['function', 'path'],
    ),
    ...['path', 'function'],
  ),
  volumeGroups: list(
    object(
      {
        name: NAME,
        lvmType: text('thin', 'thick'),
        lvmFunction: text('lvm-csi', 'none'),
        lvmPoolSize: whole(1),
        physicalVolumes: list(
          object({ type: text('disk', 'partition'), path: text(), size: whole(1) }, 'type', 'path'),
          ...['path', 'type', 'size'],
        ),
      },
      ...['name', 'physicalVolumes'],
    ),
    'name',
  ),
  filesystems: list(
    object(
      {
        name: text(
          ...['backup', 'docker', 'scratch', 'kubelet', 'log', 'root', 'var', 'image-conversion'],
          ...['instances', 'ceph'],
        ),
        size: whole(1),
      },
      ...['name', 'size'],
    ),
    'name',
  ),
});

const processors = list(
  object(
    {
      node: whole(0, 7),
      functions: list(
        object(
          {
            function: text('platform', 'shared', 'vswitch', 'application-isolated', 'application'),
            count: whole(0, 1024),
          },
          ...['function', 'count'],
        ),
        'function',
      ),
    },
    ...['node', 'functions'],
  ),
  'node',
);

const memory = list(
  object(
    {
      node: whole(0, 7),
      functions: list(
        object(
          {
            function: text('platform', 'vm', 'vswitch'),
            pageSize: text('4KB', '2MB', '1GB'),
            pageCount: whole(0),
          },
          ...['function', 'pageSize', 'pageCount'],
        ),
        ...['function', 'pageSize'],
      ),
    },
    ...['node', 'functions'],
  ),
  'node',
);

const addresses = list(
  object({ interface: INTERFACE, address: text(), prefix: whole(1, 128) }, 'interface', 'address', 'prefix'),
  ...['interface', 'address'],
);

const routes = list(
  object(
    { interface: INTERFACE, subnet: text(), prefix: whole(0, 128), gateway: text(), metric: whole(1, 255) },
    ...['interface', 'subnet', 'prefix', 'gateway'],
  ),
  ...['interface', 'subnet', 'prefix', 'gateway'],
);

/** A profile, and what a host has in place of it: the definition has one schema for both. */
const profileFields = {
  base: text(),
  personality: text('controller', 'worker', 'storage', 'controller-worker'),
  subfunctions: set(text('controller', 'worker', 'storage', 'lowlatency')),
  administrativeState: text('locked', 'unlocked'),
  provisioningMode: text('static', 'dynamic'),
  powerOn: flag,
  bootMAC: MAC,
  location: text(),
  bootDevice: DEVICE,
  rootDevice: DEVICE,
  console: CONSOLE,
  installOutput: text('text', 'graphical'),
  kernel: text('standard', 'lowlatency'),
  appArmor: text(),
  hwSettle: like(/^[0-9]+$/),
  maxCPUMhzConfigured: like(/^[1-9][0-9]*$/),
  clockSynchronization: text('ntp', 'ptp'),
  boardManagement: object({
    type: text('none', 'bmc', 'dynamic', 'ipmi', 'redfish'),
    address: text(),
    credentials: object({ password: object({ secret: text() }, 'secret') }),
  }),
  interfaces,
  addresses,
  routes,
  storage,
  memory,
  processors,
  labels: { kind: 'map', of: text() } satisfies Shape,
  ptpInstances: set(NAME),
};

export const PROFILE = object(profileFields);
