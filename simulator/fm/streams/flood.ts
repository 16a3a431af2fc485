/**
 * A flood: many alarms raised within a short time, changing for a while (cleared and raised again, worse or milder, new
 * readings), then cleared. What a lost switch or a power cut does to a desk that watches.
 */
import type { Clock } from '../../kernel/clock';
import { specOf } from '../catalogue';
import type { AlarmSpec, FmState, Severity } from '../state';
import type { Chance } from './kinds';

export type FloodPlan = {
  /** How many are up at the height of it. */
  alarms: number;
  /** Over which they are raised, and cleared in the end; simulated milliseconds. */
  raiseMs: number;
  clearMs: number;
  /** Clears, raises and changes of severity or text in a simulated minute, once all are up. */
  changesPerMinute: number;
  /** How long the height lasts; undefined: until it is ended. */
  holdMs: number | undefined;
};

export const FLOOD: FloodPlan = {
  alarms: 2000,
  raiseMs: 60_000,
  clearMs: 60_000,
  changesPerMinute: 600,
  holdMs: undefined,
};

/** Several steps a second, so that a list that is read in between has part of it. */
const TICK_MS = 250;

export class Flood {
  private readonly specs: AlarmSpec[];
  /** Indexes of `specs` that are down, though they have been raised. */
  private down: number[] = [];
  private raised = 0;
  private cleared = 0;
  private changes = 0;
  private readonly start: number;
  private cancel: () => void = () => undefined;

  constructor(
    private readonly clock: Clock,
    private readonly fm: FmState,
    hosts: readonly string[],
    private readonly random: Chance,
    private readonly plan: FloodPlan,
  ) {
    this.specs = Array.from({ length: plan.alarms }, (_, n) => floodAlarm(hosts, n, random));
    this.start = clock.elapsed();
    this.next();
  }

  /** Ends it now. Returns how many alarms were cleared for it. */
  end(): number {
    this.cancel();
    return this.specs
      .slice(0, this.raised)
      .filter(({ alarm_id, entity_instance_id }) => this.fm.clear(alarm_id, entity_instance_id)).length;
  }

  private next(): void {
    // Counted from the start, so that the time a step takes does not add up.
    const late = (this.clock.elapsed() - this.start) % TICK_MS;
    this.cancel = this.clock.after(TICK_MS - late, () => {
      if (this.step(this.clock.elapsed() - this.start)) this.next();
    });
  }

  /** What is due by now; false when all is over. */
  private step(elapsed: number): boolean {
    const { alarms, raiseMs, clearMs, changesPerMinute, holdMs = Number.POSITIVE_INFINITY } = this.plan;
    const due = (ms: number, over: number) => Math.ceil(alarms * Math.min(1, over > 0 ? ms / over : 1));
    for (; this.raised < due(elapsed, raiseMs); this.raised += 1) this.raise(this.raised);
    const held = elapsed - raiseMs;
    if (held <= 0) return true;
    if (held <= holdMs) {
      for (; this.changes < (held / 60_000) * changesPerMinute; this.changes += 1) this.change();
      return true;
    }
    for (; this.cleared < due(held - holdMs, clearMs); this.cleared += 1) this.clear(this.cleared);
    return this.cleared < alarms;
  }

  /** Half of the changes clear one or raise one again, a third alter a severity, the rest a reading. */
  private change(): void {
    const chance = this.random();
    const again = this.down.length > 0 && (chance < 0.25 || this.down.length > this.plan.alarms / 20);
    if (again) {
      const [index = 0] = this.down.splice(Math.floor(this.random() * this.down.length), 1);
      this.raise(index);
      return;
    }
    const index = Math.floor(this.random() * this.specs.length);
    if (this.down.includes(index)) return;
    if (chance < 0.5) {
      this.down.push(index);
      this.clear(index);
      return;
    }
    const spec = this.specs[index];
    if (!spec) return;
    const severity = chance < 0.83 ? other(spec.severity, this.random) : spec.severity;
    const reading = (90 + this.random() * 9.9).toFixed(2);
    this.specs[index] = specOf({
      ...identity(spec),
      severity,
      reason_text: spec.reason_text.replace(/[\d.]+%/, `${reading}%`),
    });
    this.raise(index);
  }

  private raise(index: number): void {
    const spec = this.specs[index];
    if (spec) this.fm.raise(spec);
  }

  private clear(index: number): void {
    const spec = this.specs[index];
    if (spec) this.fm.clear(spec.alarm_id, spec.entity_instance_id);
  }
}

const identity = ({ alarm_id, entity_instance_id, probable_cause }: AlarmSpec) => ({
  alarm_id,
  entity_instance_id,
  probable_cause,
});

const LEVELS: readonly Severity[] = ['critical', 'major', 'minor'];
function other(severity: Severity, random: Chance): Severity {
  const others = LEVELS.filter((level) => level !== severity);
  return others[Math.floor(random() * others.length)] ?? severity;
}

/** By host, then by how many of it there were: every one is another entity. None is on a port, which FM would ask sysinv about. */
type Shape = { id: string; on: (host: string, n: number) => string; text: string };
const SHAPES: readonly Shape[] = [
  { id: '300.002', on: (host, n) => `host=${host}.interface=data${n}`, text: "'Data' Interface failed." },
  {
    id: '200.006',
    on: (host, n) => `host=${host}.process=vswitch-${n}`,
    text: 'A process failed, load 97.10%',
  },
  {
    id: '100.119',
    on: (host, n) => `host=${host}.instance=ptp4l-${n}.ptp=no-lock`,
    text: 'This clock is not locked to remote PTP Grand Master',
  },
  {
    id: '100.104',
    on: (host, n) => `host=${host}.filesystem=/var/lib/kubelet/pv-${n}`,
    text: 'File System threshold exceeded ; actual 93.70%',
  },
  {
    id: '200.007',
    on: (host, n) => `host=${host}.sensor=Temp_${n}`,
    text: 'A sensor reads 98.20% of its limit',
  },
  { id: '280.001', on: (_host, n) => `subcloud=subcloud${n}`, text: 'This subcloud is offline' },
  {
    id: '500.200',
    on: (_host, n) => `namespace=edge-${n}.certificate=server-tls`,
    text: 'This certificate expires soon',
  },
];

function floodAlarm(hosts: readonly string[], n: number, random: Chance): AlarmSpec {
  const shape = SHAPES[n % SHAPES.length] ?? {
    id: '300.002',
    on: () => `host=none.interface=${n}`,
    text: '',
  };
  const round = Math.floor(n / SHAPES.length);
  const host = hosts[round % Math.max(1, hosts.length)] ?? 'controller-0';
  return specOf({
    alarm_id: shape.id,
    // A number of its own in every entity: the same host comes again, the same number does not.
    entity_instance_id: shape.on(host, round),
    severity: other('warning', random),
    reason_text: shape.text,
  });
}
