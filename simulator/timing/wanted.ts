/**
 * The alarms that monitoring wants for what it reads: 100.119 (collectd ptp.py, ptp_gnss_monitor.py, synce.py) and 100.114
 * (ntpq.py), in the entity forms and severities that these write. Texts are those recorded from the platform where a
 * recording has them, otherwise our own words for the same facts.
 */
import { specOf } from '../fm/catalogue';
import type { AlarmSpec, Severity } from '../fm/state';
import type { HostClocks, Limits } from './config';
import type { Fault } from './faults';
import type { Outage } from './outages';
import type { HostReading, PtpReading } from './reading';

/** `amount`: what the text says in figures; while it stays about the same, the alarm is not written anew. */
export type Wanted = { spec: AlarmSpec; amount?: number };

const NETWORK = 'Check network';

export function alarmsOf(clocks: HostClocks, reading: HostReading, on: readonly Fault[]): Wanted[] {
  return [
    ...reading.ptp.flatMap((ptp) => ofPtp(clocks, ptp, on)),
    ...ofCard(clocks, reading),
    ...ofReceiver(clocks, reading),
    ...ofDpll(clocks, reading),
    ...ofPhc2sys(clocks, reading, on),
    ...ofSynce(clocks, reading),
    ...ofConfiguration(clocks, on),
    ...ofNtp(clocks, reading),
  ];
}

function alarm(
  host: string,
  entity: string,
  severity: Severity,
  probable_cause: string,
  text: string,
  proposed_repair_action = NETWORK,
): AlarmSpec {
  return specOf({
    alarm_id: '100.119',
    entity_type_id: 'host',
    entity_instance_id: `host=${host}.${entity}`,
    severity,
    probable_cause,
    reason_text: text,
    proposed_repair_action,
    suppression: true,
  });
}

function ofPtp({ host, ptp4l }: HostClocks, ptp: PtpReading, on: readonly Fault[]): Wanted[] {
  const { instance } = ptp;
  const unsupported = on.filter(
    (fault) =>
      fault.kind === 'unsupported-timestamping' &&
      (fault.instance === undefined || fault.instance === instance),
  );
  if (unsupported.length > 0) {
    return unsupported.map(({ timestamping = 'hardware' }) => {
      const word = `${timestamping.slice(0, 1).toUpperCase()}${timestamping.slice(1)}`;
      const text = `${host} '${ptp.interface}' does not support Precision Time Protocol (PTP) ${word} timestamping`;
      const action = `Check host hardware reference manual to verify PTP ${word} timestamping is supported by this interface`;
      const entity = `ptp=${ptp.interface}.unsupported=${timestamping}-timestamping`;
      return { spec: alarm(host, entity, 'major', 'configuration-or-customization-error', text, action) };
    });
  }
  if (!ptp.running) {
    const unit = `ptp4l@${instance}.service`;
    const text = `${host} PTP service ${unit} enabled but not running`;
    const action = `${host} enable service with: systemctl start ${unit}. If it still persists: Check host hardware reference manual to verify the provisioned Precision Time Protocol (PTP) 'hardware' time stamping mode is supported by this host.`;
    return [{ spec: alarm(host, `instance=${instance}.ptp`, 'major', 'unknown', text, action) }];
  }
  if (!ptp.heard) {
    const text = `${host} is not locked to remote PTP Grand Master`;
    return [{ spec: alarm(host, `instance=${instance}.ptp=no-lock`, 'major', 'timing-problem', text) }];
  }
  const limits = ptp4l.find((candidate) => candidate.instance === instance)?.limits;
  return limits && ptp.role !== 'T-GM' ? ofOffset(host, instance, ptp.offsetNs, limits) : [];
}

function ofOffset(host: string, instance: string, offsetNs: number, limits: Limits): Wanted[] {
  const amount = Math.abs(offsetNs);
  if (amount <= limits.minorNs) return [];
  const severity = amount > limits.majorNs ? 'major' : 'minor';
  const text = `${host} Precision Time Protocol (PTP) clocking is out of tolerance by ${inWords(amount)} (configured threshold: minor:${limits.minorNs} nsec, major:${limits.majorNs} nsec)`;
  const entity = `instance=${instance}.ptp=out-of-tolerance`;
  const action = 'Check quality of the clocking network';
  return [{ spec: alarm(host, entity, severity, 'threshold-crossed', text, action), amount }];
}

/** As the platform words an offset: three digits after the point, the unit that fits. */
function inWords(ns: number): string {
  if (ns >= 100e9) return 'more than 100 seconds';
  if (ns >= 10e9) return 'more than 10 seconds';
  if (ns >= 1e9) return 'more than 1 second';
  if (ns >= 1e6) return `${(ns / 1e6).toFixed(3)} millisecs`;
  return ns >= 1000 ? `${(ns / 1000).toFixed(3)} microsecs` : `${ns} nsec`;
}

/** What ptp.py calls the state of a card whose reference is lost, and how bad that is. */
function stateWord(outage: Outage): { word: string; severity: Severity } {
  if (outage.state === 'HOLDOVER') return { word: 'holdover', severity: 'minor' };
  return { word: outage.unstable ? 'holdover-unstable(freerun)' : 'holdover-expired', severity: 'major' };
}

function ofCard({ host }: HostClocks, { card, receiver }: HostReading): Wanted[] {
  if (!card?.outage) return [];
  const { word, severity } = stateWord(card.outage);
  const entity = `interface=${card.interface}.ptp=`;
  if (card.cause === '1pps') {
    const text = `${host} 1PPS signal loss state: invalid`;
    return [{ spec: alarm(host, `${entity}1PPS-signal-loss`, 'major', 'loss-of-signal', text) }];
  }
  if (receiver?.status === 'ACQUIRING-SYNC' && card.outage.state === 'FREERUN') {
    const text = `${host} GNSS signal loss state: unlocked`;
    return [{ spec: alarm(host, `${entity}GNSS-signal-loss`, 'major', 'loss-of-signal', text) }];
  }
  const text = `${host} GNSS signal loss state: ${word}`;
  return [{ spec: alarm(host, `${entity}GNSS-signal-loss`, severity, 'loss-of-signal', text) }];
}

function ofReceiver({ host, monitor }: HostClocks, { receiver }: HostReading): Wanted[] {
  if (!monitor || !receiver) return [];
  const entity = `gnss-monitor=${monitor.instance}.device_path=${monitor.device}.ptp=`;
  if (receiver.satellites === 0) {
    const text = `${host} GNSS signal loss state: no fix`;
    return [{ spec: alarm(host, `${entity}GNSS-signal-loss`, 'major', 'loss-of-signal', text) }];
  }
  const found: Wanted[] = [];
  if (receiver.satellites < monitor.satellites) {
    const text = `${host} GNSS satellite count below threshold state: ${receiver.satellites} (threshold ${monitor.satellites})`;
    found.push({ spec: alarm(host, `${entity}GNSS-satellite-count`, 'major', 'threshold-crossed', text) });
  }
  const { signal } = receiver;
  if (signal && signal.average < monitor.signalDb) {
    const text = `${host} GNSS signal quality db below threshold state: min ${signal.min.toFixed(1)} avg ${signal.average.toFixed(1)} (threshold ${monitor.signalDb})`;
    found.push({ spec: alarm(host, `${entity}GNSS-signal-quality-db`, 'major', 'threshold-crossed', text) });
  }
  return found;
}

const TIERS: readonly Severity[] = ['warning', 'minor', 'major', 'critical'];

/** dpll-mgr: four tiers of holdover, here a quarter of the holdover time each, then no lock. */
function ofDpll({ host, dpll }: HostClocks, { card, ptp, at }: HostReading): Wanted[] {
  if (!dpll || !card?.outage) return [];
  const { outage } = card;
  const entity = `instance=${dpll.instance}.ptp=`;
  if (outage.state === 'FREERUN') {
    const text = `${host} DPLL is not locked to a reference`;
    return [{ spec: alarm(host, `${entity}no-lock`, 'major', 'timing-problem', text) }];
  }
  const tier = Math.min(3, Math.floor((4 * (at - outage.from)) / (outage.heldUntil - outage.from)));
  const minutes = Math.floor((at - outage.from) / 60_000);
  const text = `${host} DPLL in holdover, tier ${tier}, clock class ${ptp[0]?.clockClass ?? 248}: without a reference for ${minutes} min`;
  const spec = alarm(host, `${entity}holdover`, TIERS[tier] ?? 'critical', 'timing-problem', text);
  // Worse tiers are news, minutes are not.
  return [{ spec, amount: 1 + tier }];
}

function ofPhc2sys(
  { host, phc2sys }: HostClocks,
  { ptp, system }: HostReading,
  on: readonly Fault[],
): Wanted[] {
  if (!phc2sys?.ha || !system) return [];
  const entity = `phc2sys=${phc2sys.instance}.`;
  const found: Wanted[] = [];
  const [best] = phc2sys.sources;
  for (const { interface: port, instance } of phc2sys.sources) {
    const behind = ptp.find((candidate) => candidate.instance === instance);
    if (!behind || behind.clockClass <= 135) continue;
    const text = `${host} phc2sys HA source clock is not locked to a PRC clockClass: ${behind.clockClass}`;
    const form = `${entity}interface=${port}.phc2sys=source-clock-no-prc-lock`;
    found.push({
      spec: alarm(host, form, 'major', 'loss-of-signal', text, 'Check network and ptp4l configuration'),
    });
  }
  if (!system.source) {
    const text = `${host} phc2sys HA has no source clock`;
    found.push({ spec: alarm(host, `${entity}phc2sys=no-source-clock`, 'major', 'loss-of-signal', text) });
  } else if (best && system.source.interface !== best.interface) {
    const port = system.source.interface;
    const low = `${host} phc2sys HA has selected a lower priority clock source. interface: ${port}`;
    found.push({ spec: alarm(host, `${entity}phc2sys=source-clock-low-priority`, 'minor', 'unknown', low) });
    const over = `${host} phc2sys HA source selection algorithm selected new active source`;
    const form = `${entity}interface=${port}.phc2sys=source-failover`;
    found.push({ spec: alarm(host, form, 'warning', 'timing-problem', over) });
  }
  if (on.some(({ kind }) => kind === 'forced-source')) {
    const text = `${host} phc2sys HA does not choose its source any more: one was forced, the others are not used`;
    const form = `${entity}phc2sys=forced-clock-selection`;
    found.push({ spec: alarm(host, form, 'major', 'configuration-or-customization-error', text) });
  }
  return found;
}

function ofSynce({ host }: HostClocks, { synce }: HostReading): Wanted[] {
  if (!synce) return [];
  if (!synce.running) {
    const text = `${host} SyncE service synce4l@${synce.instance}.service does not run although it is enabled`;
    return [{ spec: alarm(host, `instance=${synce.instance}.synce=not-running`, 'major', 'unknown', text) }];
  }
  if (synce.state === 'LOCKED') return [];
  const held = synce.state === 'HOLDOVER';
  const text = `${host} SyncE source of ${synce.interface} is lost, the DPLL is in ${held ? 'holdover' : 'freerun'}`;
  const entity = `interface=${synce.interface}.synce=source-loss`;
  return [{ spec: alarm(host, entity, held ? 'major' : 'critical', 'loss-of-signal', text) }];
}

function ofConfiguration(clocks: HostClocks, on: readonly Fault[]): Wanted[] {
  const port = clocks.receiver?.interface ?? clocks.ptp4l[0]?.ports[0]?.name;
  if (!port || !on.some(({ kind }) => kind === 'tspll-mismatch')) return [];
  const text = `${clocks.host} TSPLL of ${port} is set otherwise than configured, its frequency may be wrong`;
  const entity = `interface=${port}.ptp=tspll-cfg-mismatch`;
  return [{ spec: alarm(clocks.host, entity, 'major', 'configuration-or-customization-error', text) }];
}

function ofNtp({ host, ntpServers }: HostClocks, { ntpLost = [] }: HostReading): Wanted[] {
  const ntp = (entity: string, severity: Severity, reason_text: string): Wanted => ({
    spec: specOf({
      alarm_id: '100.114',
      entity_instance_id: `host=${host}.${entity}`,
      severity,
      reason_text,
      proposed_repair_action: 'Monitor and if condition persists, contact next level of support.',
    }),
  });
  const each = ntpLost.map((server) =>
    ntp(`ntp=${server}`, 'minor', `NTP address ${server} is not a valid or a reachable NTP server.`),
  );
  if (ntpLost.length === 0 || ntpLost.length < ntpServers.length) return each;
  const none = 'NTP configuration does not contain any valid or reachable NTP servers.';
  return [ntp('ntp', 'major', none), ...each];
}
