/** Figures of a clock: offset, class. Live ones first, then those that an alarm's text carries. */
import type { FaultAlarm } from './claim';
import type { HostClock } from './host-clock';
import type { LiveReading } from './live-reading';

type Figures = Pick<HostClock, 'offset' | 'systemOffset' | 'clockClass'>;

const largest = (readings: readonly (LiveReading & { quantity: 'offset' | 'delay' })[]) =>
  [...readings].sort((a, b) => Math.abs(b.value) - Math.abs(a.value))[0];

/** Offsets are never averaged: of several instances the one furthest out is shown, with its name. */
export function clockFigures(fresh: readonly LiveReading[], faults: readonly FaultAlarm[]): Figures {
  const offsets = fresh.flatMap((reading) => (reading.quantity === 'offset' ? [reading] : []));
  const of = (process: string | null) => largest(offsets.filter((reading) => reading.process === process));
  const live = of('ptp4l') ?? of(null) ?? of('ts2phc');
  const system = of('phc2sys');
  return {
    offset: live
      ? {
          ...{ ns: live.value, signed: true, atLeast: false, at: live.at, source: 'live' },
          instance: live.instance,
        }
      : offsetOfAlarms(faults),
    systemOffset: system ? { ns: system.value, at: system.at } : null,
    clockClass: classOf(fresh, faults),
  };
}

function offsetOfAlarms(faults: readonly FaultAlarm[]): Figures['offset'] {
  const [worst] = faults
    .flatMap(({ fault, alarm }) => (fault.figures.outBy ? [{ ...fault.figures.outBy, fault, alarm }] : []))
    .sort((a, b) => b.ns - a.ns);
  if (!worst) return null;
  return {
    ...{ ns: worst.ns, signed: false, atLeast: worst.atLeast, source: 'alarm' },
    // The text is written anew while the alarm stands, its time is not: when it was so, nobody says.
    at: null,
    instance: worst.fault.instance,
  };
}

/** The highest class is the worst. That of another clock, which phc2sys may select, says nothing of this one. */
function classOf(fresh: readonly LiveReading[], faults: readonly FaultAlarm[]): Figures['clockClass'] {
  const [live] = fresh
    .flatMap((reading) => (reading.quantity === 'clock-class' ? [reading] : []))
    .sort((a, b) => b.value - a.value);
  if (live) return { value: live.value, at: live.at, source: 'live' };
  const told = faults.find(({ fault }) => fault.form === 'holdover' && fault.figures.clockClass !== null);
  if (!told || told.fault.figures.clockClass === null) return null;
  return { value: told.fault.figures.clockClass, at: told.alarm.raisedAt, source: 'alarm' };
}
