/**
 * How time reaches a fleet: two workers of the first rack have receivers and feed the spine; in every other rack one
 * worker is a boundary clock between the spine and its leaf switch, and the rest listen there. However many hosts,
 * the configuration is the same few instances.
 */
import type { TimingPlan } from '../../sysinv/cloud/timing-plan';
import type { Host } from '../../sysinv/host';
import { plug } from './cabling';
import { BOUNDARY, following, GNSS_TO_PHC, GNSS_WATCH, GRANDMASTER, TIME_SLAVE } from './profiles';

const RACK = 20;

export function fleetTiming(hosts: readonly Host[]): TimingPlan {
  const timed = hosts.filter(({ row }) => row.hostname !== null && row.clock_synchronization === 'ptp');
  const workers = timed.filter(({ row }) => row.personality === 'worker');
  const masters = workers.slice(0, 2);
  const boundaries = workers.filter((host) => host.row.id % RACK === 1 && !masters.includes(host));
  const slaves = timed.filter((host) => !masters.includes(host) && !boundaries.includes(host));
  for (const host of [...masters, ...boundaries]) {
    plug(hosts, `${host.row.hostname}/enp94s0f1`, { system: 'spine-1', port: spinePort(host) });
  }
  const names = (of: readonly Host[]) => of.map(({ row }) => row.hostname ?? '');
  const on = (of: readonly Host[], ifname: string) => names(of).map((name) => `${name}/${ifname}`);
  const listening = slaves.map(
    ({ row }) => `${row.hostname}/${row.personality === 'controller' ? 'enp24s0f0' : 'sriov0'}`,
  );
  return {
    instances: [
      { name: 'ptp4l-gm', service: 'ptp4l', hosts: names(masters), parameters: GRANDMASTER },
      { name: 'ptp4l-bc', service: 'ptp4l', hosts: names(boundaries), parameters: BOUNDARY },
      { name: 'ptp4l-oc', service: 'ptp4l', hosts: names(slaves), parameters: TIME_SLAVE },
      {
        name: 'phc2sys-gm',
        service: 'phc2sys',
        hosts: names(masters),
        parameters: { global: ['cmdline_opts=-s enp94s0f0 -O -37'] },
      },
      {
        name: 'phc2sys-bc',
        service: 'phc2sys',
        hosts: names(boundaries),
        parameters: following('ptp4l-bc'),
      },
      { name: 'phc2sys-0', service: 'phc2sys', hosts: names(slaves), parameters: following('ptp4l-oc') },
      { name: 'ts2phc-gnss', service: 'ts2phc', hosts: names(masters), parameters: GNSS_TO_PHC },
      { name: 'clock0', service: 'clock', hosts: names(masters), parameters: {} },
      { name: 'gnss-mon', service: 'gnss-monitor', hosts: names(masters), parameters: GNSS_WATCH },
    ],
    interfaces: [
      {
        name: 'ptp4l-gm-if',
        instance: 'ptp4l-gm',
        on: [...on(masters, 'sriov0'), ...on(masters, 'enp94s0f1')],
        parameters: ['masterOnly=1'],
      },
      {
        name: 'ptp4l-bc-up',
        instance: 'ptp4l-bc',
        on: on(boundaries, 'enp94s0f1'),
        parameters: ['masterOnly=0'],
      },
      {
        name: 'ptp4l-bc-down',
        instance: 'ptp4l-bc',
        on: on(boundaries, 'sriov0'),
        parameters: ['serverOnly=1'],
      },
      { name: 'ptp4l-oc-if', instance: 'ptp4l-oc', on: listening, parameters: ['masterOnly=0'] },
      {
        name: 'ts2phc-if',
        instance: 'ts2phc-gnss',
        on: on(masters, 'sriov0'),
        parameters: ['ts2phc.extts_polarity=rising'],
      },
      { name: 'clock-if', instance: 'clock0', on: on(masters, 'sriov0'), parameters: ['sma1=output'] },
    ],
  };
}

/** A port of the spine per rack; the first rack has two. */
function spinePort(host: Host): string {
  const rack = 1 + Math.floor(host.row.id / RACK);
  return `Ethernet1/${rack * 2 + (host.row.id % 2)}`;
}
