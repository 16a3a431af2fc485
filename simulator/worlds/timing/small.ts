/** How time reaches the all-in-one clouds: a cell site fed by its router, and a pair of which one has a receiver. */
import type { TimingPlan } from '../../sysinv/cloud/timing-plan';
import type { Host } from '../../sysinv/host';
import { connect, plug } from './cabling';
import { following, GNSS_TO_PHC, GNSS_WATCH, GRANDMASTER, TIME_SLAVE } from './profiles';

/** controller-0 follows the grandmaster that the cell site router passes on. */
export function simplexTiming(hosts: readonly Host[]): TimingPlan {
  plug(hosts, 'controller-0/enp94s0f0', { system: 'csr-1', port: 'TwentyFiveGigE0/0/0/3' });
  return {
    instances: [
      { name: 'ptp4l-oc', service: 'ptp4l', hosts: ['controller-0'], parameters: TIME_SLAVE },
      {
        name: 'phc2sys-0',
        service: 'phc2sys',
        hosts: ['controller-0'],
        parameters: following('ptp4l-oc'),
      },
    ],
    interfaces: [
      {
        name: 'ptp4l-oc-if',
        instance: 'ptp4l-oc',
        on: ['controller-0/sriov0'],
        parameters: ['masterOnly=0'],
      },
    ],
  };
}

/** controller-0 has the receiver, controller-1 follows it over a cable between the two. */
export function duplexTiming(hosts: readonly Host[]): TimingPlan {
  connect(hosts, 'controller-0/enp94s0f1', 'controller-1/enp94s0f0');
  return {
    instances: [
      { name: 'ptp4l-gm', service: 'ptp4l', hosts: ['controller-0'], parameters: GRANDMASTER },
      { name: 'ptp4l-oc', service: 'ptp4l', hosts: ['controller-1'], parameters: TIME_SLAVE },
      {
        name: 'phc2sys-gm',
        service: 'phc2sys',
        hosts: ['controller-0'],
        parameters: { global: ['cmdline_opts=-s enp94s0f0 -O -37'] },
      },
      {
        name: 'phc2sys-0',
        service: 'phc2sys',
        hosts: ['controller-1'],
        parameters: following('ptp4l-oc'),
      },
      { name: 'ts2phc-gnss', service: 'ts2phc', hosts: ['controller-0'], parameters: GNSS_TO_PHC },
      { name: 'clock0', service: 'clock', hosts: ['controller-0'], parameters: {} },
      { name: 'gnss-mon', service: 'gnss-monitor', hosts: ['controller-0'], parameters: GNSS_WATCH },
    ],
    interfaces: [
      {
        name: 'ptp4l-gm-if',
        instance: 'ptp4l-gm',
        on: ['controller-0/enp94s0f1'],
        parameters: ['masterOnly=1'],
      },
      {
        name: 'ptp4l-oc-if',
        instance: 'ptp4l-oc',
        on: ['controller-1/sriov0'],
        parameters: ['masterOnly=0'],
      },
      {
        name: 'ts2phc-if',
        instance: 'ts2phc-gnss',
        on: ['controller-0/sriov0'],
        parameters: ['ts2phc.extts_polarity=rising'],
      },
      {
        name: 'clock-if',
        instance: 'clock0',
        on: ['controller-0/sriov0'],
        parameters: ['sma1=output'],
      },
    ],
  };
}
