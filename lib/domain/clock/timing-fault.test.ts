import { describe, expect, it } from 'vitest';
import { TIMING_FORMS, type TimingFault, timingFault } from './timing-fault';

const PTP = '100.119';
const NTP = '100.114';

type Case = [
  alarmId: string,
  entity: string,
  reason: string,
  says: Pick<TimingFault, 'form' | 'state'> & Partial<TimingFault>,
];

/** The 20 forms of the collectd plugins for 100.119 and the two for 100.114; texts in our own words where none is recorded. */
const CASES: Case[] = [
  [
    PTP,
    'host=controller-1.instance=ptp1.ptp',
    'controller-1 PTP service ptp4l@ptp1.service enabled but not running',
    { form: 'process', state: 'freerun', host: 'controller-1', instance: 'ptp1' },
  ],
  [PTP, 'host=w.instance=ptp1.ptp=no-lock', 'not locked', { form: 'no-lock', state: 'freerun' }],
  [
    PTP,
    'host=worker-1.instance=ptp1.ptp=out-of-tolerance',
    'clocking is out of tolerance by 1.384 microsecs (configured threshold: minor:1000 nsec, major:1000000 nsec)',
    { form: 'out-of-tolerance', state: 'out-of-tolerance', instance: 'ptp1' },
  ],
  [
    PTP,
    'host=w.instance=dpll1.ptp=holdover',
    'w DPLL holdover tier 2 (clockClass 140), reference lost for 35 min',
    { form: 'holdover', state: 'holdover', instance: 'dpll1' },
  ],
  [
    PTP,
    'host=w.interface=enp81s0f0.ptp=GNSS-signal-loss',
    'w GNSS signal loss state: holdover',
    { form: 'gnss-signal-loss', state: 'holdover', interface: 'enp81s0f0', instance: null },
  ],
  [
    PTP,
    'host=w.interface=enp81s0f0.ptp=GNSS-signal-loss',
    'w GNSS signal loss state: holdover-unstable(freerun)',
    { form: 'gnss-signal-loss', state: 'freerun' },
  ],
  [
    PTP,
    'host=w.interface=enp81s0f0.ptp=GNSS-signal-loss',
    'w GNSS signal loss state: holdover-expired',
    { form: 'gnss-signal-loss', state: 'freerun' },
  ],
  [
    PTP,
    'host=w.interface=enp138s0f0.ptp=1PPS-signal-loss',
    'w 1PPS signal loss state: invalid',
    { form: '1pps-signal-loss', state: 'freerun', interface: 'enp138s0f0' },
  ],
  [
    PTP,
    'host=w.interface=eth0.ptp=tspll-cfg-mismatch',
    '',
    { form: 'tspll-cfg-mismatch', state: 'degraded' },
  ],
  [
    PTP,
    'host=w.ptp=ens785f0.unsupported=hardware-timestamping',
    '',
    { form: 'unsupported-hw', state: 'degraded', interface: 'ens785f0' },
  ],
  [
    PTP,
    'host=w.ptp=ens785f0.unsupported=software-timestamping',
    '',
    { form: 'unsupported-sw', state: 'degraded' },
  ],
  [
    PTP,
    'host=w.ptp=ens785f0.unsupported=legacy-timestamping',
    '',
    { form: 'unsupported-legacy', state: 'degraded' },
  ],
  [
    PTP,
    'host=w.phc2sys=phc1.phc2sys=no-source-clock',
    '',
    { form: 'phc2sys-no-source', state: 'freerun', instance: 'phc1', interface: null },
  ],
  [
    PTP,
    'host=w.phc2sys=phc1.phc2sys=forced-clock-selection',
    '',
    { form: 'phc2sys-forced', state: 'degraded' },
  ],
  [
    PTP,
    'host=w.phc2sys=phc1.phc2sys=source-clock-low-priority',
    'w phc2sys HA has selected a lower priority clock source. interface: enp81s0f1',
    { form: 'phc2sys-low-priority', state: 'degraded', interface: 'enp81s0f1' },
  ],
  [
    PTP,
    'host=w.phc2sys=phc1.interface=enp81s0f1.phc2sys=source-failover',
    '',
    { form: 'phc2sys-failover', state: 'degraded', instance: 'phc1', interface: 'enp81s0f1' },
  ],
  [
    PTP,
    'host=w.phc2sys=phc1.interface=enp81s0f0.phc2sys=source-clock-no-prc-lock',
    'w phc2sys HA source clock is not locked to a PRC clockClass: 248',
    { form: 'phc2sys-no-prc-lock', state: 'degraded', interface: 'enp81s0f0' },
  ],
  [
    PTP,
    'host=w.gnss-monitor=gm1.device_path=/dev/gnss0.ptp=GNSS-signal-loss',
    'w GNSS signal loss state: unlocked',
    { form: 'gnss-monitor-signal-loss', state: 'freerun', instance: 'gm1', device: '/dev/gnss0' },
  ],
  [
    PTP,
    'host=w.gnss-monitor=gm1.device_path=/dev/gnss0.ptp=GNSS-satellite-count',
    '',
    { form: 'gnss-monitor-satellites', state: 'degraded', device: '/dev/gnss0' },
  ],
  [
    PTP,
    'host=w.gnss-monitor=gm1.device_path=/dev/gnss0.ptp=GNSS-signal-quality-db',
    '',
    { form: 'gnss-monitor-quality', state: 'degraded' },
  ],
  [
    PTP,
    'host=w.interface=eth0.synce=source-loss',
    'the SyncE source is away; DPLL in holdover',
    { form: 'synce-source-loss', state: 'holdover', frequencyOnly: true, interface: 'eth0' },
  ],
  [
    PTP,
    'host=w.interface=eth0.synce=source-loss',
    'the SyncE source is lost; DPLL in freerun/unlocked',
    { form: 'synce-source-loss', state: 'freerun', frequencyOnly: true },
  ],
  [
    PTP,
    'host=w.instance=s1.synce=not-running',
    '',
    { form: 'synce-process', state: 'degraded', frequencyOnly: true, instance: 's1' },
  ],
  [NTP, 'host=controller-0.ntp', '', { form: 'ntp-no-servers', state: 'freerun', server: null }],
  [
    NTP,
    'host=controller-0.ntp=2607:5300:205:200::2447',
    '',
    { form: 'ntp-server', state: 'degraded', server: '2607:5300:205:200::2447' },
  ],
];

describe('timingFault', () => {
  it.each(CASES)('%s %s', (alarmId, entity, reason, says) => {
    expect(timingFault({ alarmId, entity, reason })).toMatchObject(says);
  });

  it('knows every form that there is', () => {
    const read = new Set(
      CASES.map(([alarmId, entity]) => timingFault({ alarmId, entity, reason: '' })?.form),
    );
    expect(TIMING_FORMS.filter((form) => form !== 'other' && !read.has(form))).toEqual([]);
  });

  it.each([
    [PTP, 'host=w.instance=p.ptp=some-new-condition', 'Other PTP', false],
    [PTP, 'host=w.phc2sys=p.phc2sys=some-new-condition', 'Source of phc2sys', false],
    [PTP, 'host=w.interface=e.synce=some-new-condition', 'Other PTP', true],
    [PTP, 'something else', 'Other PTP', false],
    [NTP, 'odd', 'NTP without servers', false],
  ])('keeps what it does not know, as degraded: %s %s', (alarmId, entity, label, frequencyOnly) => {
    expect(timingFault({ alarmId, entity, reason: 'r' })).toMatchObject({
      form: 'other',
      state: 'degraded',
      label,
      frequencyOnly,
      entity,
      reason: 'r',
    });
  });

  it('keeps names that hold dots, and the bare words, apart', () => {
    const fault = timingFault({
      alarmId: PTP,
      entity: 'host=edge.one.instance=ptp.0.ptp=no-lock',
      reason: '',
    });
    expect(fault).toMatchObject({ host: 'edge.one', instance: 'ptp.0', form: 'no-lock' });
    const named = timingFault({ alarmId: PTP, entity: 'host=w.instance=ptp.ptp', reason: '' });
    expect(named).toMatchObject({ instance: 'ptp', form: 'process' });
  });

  it('leaves other alarms alone', () => {
    expect(timingFault({ alarmId: '100.101', entity: 'host=w', reason: '' })).toBeUndefined();
  });
});
