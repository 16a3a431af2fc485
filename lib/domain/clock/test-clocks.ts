/** PTP configuration, readings and inputs for tests: a healthy one of each, to be changed where a test needs it. */
import type { Alarm } from '../alarm';
import { testAlarm, testHost } from '../test-facts';
import { deriveClocks } from './derive';
import type { ClockInputs, HostClock } from './host-clock';
import type { LiveQuantity, LiveReading, LiveSource } from './live-reading';
import type { LldpNeighbour, PtpConfig, PtpInstance, PtpInterface, PtpPort, PtpSection } from './ptp-config';

export const NOW = Date.UTC(2026, 10, 28, 14, 32, 8);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** "a=1 b=2" per section. */
const sections = (text: Record<string, string>): PtpSection[] =>
  Object.entries(text).map(([section, pairs]) => ({ section, pairs: pairsOf(pairs) }));

export const pairsOf = (text: string) =>
  text
    .split(' ')
    .filter(Boolean)
    .map((pair) => {
      const [name = '', ...rest] = pair.split('=');
      return { name, value: rest.join('=') };
    });

let numbers = 0;

export function testInstance(
  service: string,
  hosts: readonly string[],
  text: Record<string, string> = {},
  name = service,
): PtpInstance {
  numbers += 1;
  return { id: `id-${name}`, number: numbers, name, service, hosts, sections: sections(text) };
}

/** @param at `host/interface` */
export function testInterface(
  instance: PtpInstance,
  at: readonly string[],
  pairs = '',
  name = `${instance.name}-if`,
): PtpInterface {
  numbers += 1;
  return {
    ...{ id: `id-${name}`, number: numbers, name, instanceId: instance.id, instanceName: instance.name },
    members: at.map((place) => {
      const [host = '', ifname = ''] = place.split('/');
      return { host, interface: ifname };
    }),
    pairs: pairsOf(pairs),
  };
}

/** @param at `host/interface/port` */
export function testPort(at: string, driver = 'ice'): PtpPort {
  const [host = '', ifname = '', port = ''] = at.split('/');
  return { hostId: `id-${host}`, interface: ifname, port, driver };
}

/** @param at `host/port` that heard it. @param heard `system/port` */
export function testNeighbour(at: string, heard: string): LldpNeighbour {
  const [host = '', port = ''] = at.split('/');
  const [systemName = '', remotePort = ''] = heard.split('/');
  return {
    hostId: `id-${host}`,
    port,
    systemName,
    chassisId: `chassis of ${systemName}`,
    remotePort,
    remotePortDescription: remotePort,
  };
}

export const testConfig = (
  instances: readonly PtpInstance[],
  interfaces: readonly PtpInterface[] = [],
): PtpConfig => ({ instances, interfaces, parameters: [], legacy: null, unreadable: [] });

export const testPtpHost = (hostname: string, changes: Parameters<typeof testHost>[0] = {}) =>
  testHost({ id: `id-${hostname}`, hostname, clockSynchronization: 'ptp', ...changes });

/** An alarm 100.119 on worker-0. @param tail of its entity */
export const testFault = (tail: string, reason = '', changes: Partial<Alarm> = {}): Alarm =>
  testAlarm({
    ...{ id: tail, alarmId: '100.119', entity: `host=worker-0.${tail}`, reason, severity: 'major' },
    raisedAt: NOW - HOUR,
    ...changes,
  });

type About = Partial<
  Pick<LiveReading, 'source' | 'sourceName' | 'host' | 'instance' | 'interface' | 'process' | 'at'>
>;

export const testReading = (said: LiveQuantity, about: About = {}): LiveReading => ({
  ...{ source: 'notification', sourceName: 'ran', host: 'worker-0', instance: null, interface: null },
  ...{ process: null, at: NOW - 5_000, saidAt: null },
  ...said,
  ...about,
});

export const testSource = (changes: Partial<LiveSource> = {}): LiveSource => ({
  ...{ source: 'notification', sourceName: 'ran', hosts: ['worker-0'], answeredAt: NOW, trouble: null },
  ...changes,
});

/** worker-0 as a telecom slave: ptp4l on data0, phc2sys. */
export function testSlave(text: Record<string, string> = { global: 'clientOnly=1' }) {
  const ptp4l = testInstance('ptp4l', ['worker-0'], text);
  const phc2sys = testInstance('phc2sys', ['worker-0']);
  return testConfig([ptp4l, phc2sys], [testInterface(ptp4l, ['worker-0/data0'])]);
}

/** worker-0 as a grandmaster: a receiver, ts2phc on sriov0, ptp4l, phc2sys. */
export function testGrandmaster() {
  const ts2phc = testInstance('ts2phc', ['worker-0'], { global: 'ts2phc.nmea_serialport=/dev/gnss0' });
  const ptp4l = testInstance('ptp4l', ['worker-0'], { global: 'domainNumber=24' });
  const phc2sys = testInstance('phc2sys', ['worker-0']);
  return testConfig(
    [ts2phc, ptp4l, phc2sys],
    [testInterface(ts2phc, ['worker-0/sriov0']), testInterface(ptp4l, ['worker-0/data0'])],
  );
}

export const testInputs = (changes: Partial<ClockInputs> = {}): ClockInputs => ({
  hosts: [testPtpHost('worker-0')],
  config: testSlave(),
  ntp: { id: 'n', servers: ['0.pool.ntp.org'] },
  ports: [testPort('worker-0/data0/enp81s0f0'), testPort('worker-0/sriov0/enp138s0f0')],
  alarms: [],
  fmTrouble: null,
  live: { readings: [], sources: [] },
  now: NOW,
  ...changes,
});

/** The clock of worker-0. */
export function clockOf(changes: Partial<ClockInputs> = {}): HostClock {
  const [clock] = deriveClocks(testInputs(changes));
  if (!clock) throw new Error('no clock');
  return clock;
}
