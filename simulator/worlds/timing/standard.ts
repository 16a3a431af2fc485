/**
 * How time reaches the hosts of `standard`.
 *
 *     GNSS on worker-0 (T-GM)
 *       by leaf-1:     controller-0, controller-1 (T-TSC)
 *       by cable:      worker-1 (T-BC)
 *                        by cable: worker-2 (its second port), worker-7, worker-4 (T-TSC)
 *     a grandmaster behind leaf-2
 *       by its switch: worker-5 (T-BC)
 *                        by cable: worker-6, worker-3 (T-TSC)
 *
 * worker-8 and worker-9 are for PTP and have no instance; the storage hosts keep time by NTP.
 */

import type { InstancePlan, InterfacePlan, TimingPlan } from '../../sysinv/cloud/timing-plan';
import type { Host } from '../../sysinv/host';
import type { SeedContext } from '../../sysinv/seed/context';
import { at, primary, subnetOf } from '../../sysinv/seed/subnets';
import { connect, plug } from './cabling';
import { BOUNDARY, following, GNSS_TO_PHC, GNSS_WATCH, GRANDMASTER, TIME_SLAVE } from './profiles';

/** Time slaves: the host, and the interface that listens. */
const SLAVES = [
  'controller-0/enp24s0f0',
  'controller-1/enp24s0f0',
  'worker-2/enp94s0f1',
  'worker-3/sriov0',
  'worker-4/sriov0',
  'worker-6/sriov0',
  'worker-7/sriov0',
];

const hostsOf = (places: readonly string[]) => places.map((place) => place.split('/')[0] ?? '');

const instances = (context: SeedContext): InstancePlan[] => [
  { name: 'ptp4l-gm', service: 'ptp4l', hosts: ['worker-0'], parameters: GRANDMASTER },
  { name: 'ptp4l-bc', service: 'ptp4l', hosts: ['worker-1', 'worker-5'], parameters: BOUNDARY },
  { name: 'ptp4l-oc', service: 'ptp4l', hosts: hostsOf(SLAVES), parameters: TIME_SLAVE },
  {
    name: 'phc2sys-gm',
    service: 'phc2sys',
    hosts: ['worker-0'],
    parameters: { global: ['cmdline_opts=-s enp94s0f0 -O -37'] },
  },
  {
    name: 'phc2sys-bc',
    service: 'phc2sys',
    hosts: ['worker-1', 'worker-5'],
    parameters: following('ptp4l-bc'),
  },
  {
    name: 'phc2sys-0',
    service: 'phc2sys',
    hosts: hostsOf(SLAVES).filter((host) => host !== 'worker-7'),
    parameters: following('ptp4l-oc'),
  },
  // Two sources, the better one first: what each interface follows is said by its own parameters.
  {
    name: 'phc2sys-ha',
    service: 'phc2sys',
    hosts: ['worker-7'],
    parameters: {
      global: ['ha_enabled=1', 'ha_phc2sys_com_socket=/var/run/phc2sys-phc2sys-ha', 'cmdline_opts=-a -r'],
    },
  },
  { name: 'ts2phc-gnss', service: 'ts2phc', hosts: ['worker-0'], parameters: GNSS_TO_PHC },
  { name: 'clock0', service: 'clock', hosts: ['worker-0', 'worker-1'], parameters: {} },
  { name: 'gnss-mon', service: 'gnss-monitor', hosts: ['worker-0'], parameters: GNSS_WATCH },
  {
    name: 'synce1',
    service: 'synce4l',
    hosts: ['worker-1'],
    parameters: {
      global: ['cmdline_opts=-l 7'],
      monitoring: ['source=GNSS', 'holdover_timer=300'],
    },
  },
  {
    name: 'dpll1',
    service: 'dpll-mgr',
    hosts: ['worker-0'],
    parameters: { config_json: ['config_json={"global": {"mode": "HW"}}'] },
  },
  // ITU-T G.8275.2: unicast over IP, for where the network is no help. The second source of worker-7.
  {
    name: 'ptp4l-ip',
    service: 'ptp4l',
    hosts: ['worker-7'],
    parameters: {
      global: [
        'domainNumber=44',
        `network_transport=UDPv${context.families[0]}`,
        'dataset_comparison=G.8275.x',
        'hybrid_e2e=1',
        'slaveOnly=1',
      ],
      unicast_master_table_1: [
        'table_id=1',
        'logQueryInterval=2',
        `UDPv${context.families[0]}=${primary(context, 'sources', 9)}`,
      ],
    },
  },
  {
    name: 'ptp4l-ip6',
    service: 'ptp4l',
    hosts: [],
    parameters: {
      global: ['domainNumber=44', 'network_transport=UDPv6', 'slaveOnly=1'],
      // Where there is IPv6, its source as well.
      ...(context.families.includes(6) && {
        unicast_master_table_1: ['table_id=1', `UDPv6=${at(subnetOf(context, 'sources', 6), 10)}`],
      }),
    },
  },
  // What a console must survive.
  { name: '<b>lab</b>', service: 'ptp4l', hosts: [], parameters: { global: ['domainNumber=25'] } },
  { name: 'ptp4l-old', service: null, hosts: [], parameters: null },
];

const INTERFACES: InterfacePlan[] = [
  {
    name: 'ptp4l-gm-if',
    instance: 'ptp4l-gm',
    on: ['worker-0/sriov0', 'worker-0/enp94s0f1'],
    parameters: ['masterOnly=1'],
  },
  {
    name: 'ptp4l-bc-up',
    instance: 'ptp4l-bc',
    on: ['worker-1/sriov0', 'worker-5/sriov0'],
    parameters: ['masterOnly=0'],
  },
  {
    name: 'ptp4l-bc-down',
    instance: 'ptp4l-bc',
    on: [
      'worker-1/enp94s0f1',
      'worker-1/enp94s0f2',
      'worker-1/enp94s0f3',
      'worker-5/enp94s0f1',
      'worker-5/enp94s0f2',
    ],
    parameters: ['serverOnly=1'],
  },
  { name: 'ptp4l-oc-if', instance: 'ptp4l-oc', on: SLAVES, parameters: ['masterOnly=0'] },
  {
    name: 'phc-ha-first',
    instance: 'phc2sys-ha',
    on: ['worker-7/sriov0'],
    parameters: ['ha_priority=100', 'ha_uds_address=/var/run/ptp4l-ptp4l-oc', 'ha_domainNumber=24'],
  },
  {
    name: 'phc-ha-second',
    instance: 'phc2sys-ha',
    on: ['worker-7/enp59s0f0'],
    parameters: ['ha_priority=50', 'ha_uds_address=/var/run/ptp4l-ptp4l-ip', 'ha_domainNumber=44'],
  },
  { name: 'ptp4l-ip-if', instance: 'ptp4l-ip', on: ['worker-7/enp59s0f0'], parameters: [] },
  {
    name: 'ts2phc-if',
    instance: 'ts2phc-gnss',
    on: ['worker-0/sriov0'],
    parameters: ['ts2phc.extts_polarity=rising'],
  },
  {
    name: 'clock-if',
    instance: 'clock0',
    on: ['worker-0/sriov0', 'worker-1/sriov0'],
    parameters: ['synce_rclka=enabled', 'sma1=output'],
  },
  { name: 'synce-if', instance: 'synce1', on: ['worker-1/sriov0'], parameters: ['input_ext_QL=0x20'] },
  { name: 'left-over-if', instance: 'ptp4l-removed', on: [], parameters: ['masterOnly=1'] },
];

/** Runs the cables that time goes by, and says what is configured on them. */
export function standardTiming(hosts: readonly Host[], context: SeedContext): TimingPlan {
  connect(hosts, 'worker-0/enp94s0f1', 'worker-1/enp94s0f0');
  connect(hosts, 'worker-1/enp94s0f1', 'worker-2/enp94s0f1');
  connect(hosts, 'worker-1/enp94s0f2', 'worker-7/enp94s0f0');
  connect(hosts, 'worker-1/enp94s0f3', 'worker-4/enp94s0f0');
  plug(hosts, 'worker-5/enp94s0f0', { system: 'leaf-2', port: 'Ethernet3/14' });
  connect(hosts, 'worker-5/enp94s0f1', 'worker-6/enp94s0f0');
  connect(hosts, 'worker-5/enp94s0f2', 'worker-3/enp94s0f0');
  return { instances: instances(context), interfaces: INTERFACES };
}
