/** From raise to clear: how long an alarm stood, for the rows of both. The pairing itself is `alarmSpans`. */
import { alarmSpans, type EventRecord, eventKey } from './event';

/** One standing of an alarm, changes of its severity included. */
export type Standing = {
  /** Epoch milliseconds. */
  from: number;
  /** False when it was raised before anything that was read: `from` is then the start of that, and it stood longer. */
  fromKnown: boolean;
  /** null: no clear was read. */
  to: number | null;
};

/**
 * The standing that each raise and each clear belongs to, by `eventKey`. Plain logs have none.
 * @param events newest first, as the log gives them
 * @param from since when everything is among them
 */
export function standings(events: readonly EventRecord[], from: number): Map<string, Standing> {
  const own = events.filter(({ state }) => state === 'set' || state === 'clear');
  const placesOf = (state: EventRecord['state']) =>
    new Set(own.flatMap((event) => (event.state === state ? [placeOf(event)] : [])));
  const raises = placesOf('set');
  const clears = placesOf('clear');

  /** By alarm, in order of time. */
  const raised = new Map<string, Standing[]>();
  const ended = new Map<string, Standing>();
  for (const span of alarmSpans(own, from)) {
    const alarm = `${span.alarmId} ${span.entity}`;
    const fromKnown = raises.has(`${alarm} ${span.from}`);
    const list = raised.get(alarm) ?? [];
    const last = list.at(-1);
    // A change of severity ends one span where the next begins: the alarm stood through both.
    const goesOn = fromKnown && last?.to === span.from && !clears.has(`${alarm} ${span.from}`);
    const standing: Standing =
      goesOn && last ? Object.assign(last, { to: span.to }) : { from: span.from, fromKnown, to: span.to };
    if (fromKnown && !goesOn) {
      list.push(standing);
      raised.set(alarm, list);
    }
    if (span.to !== null) ended.set(`${alarm} ${span.to}`, standing);
  }

  const found = new Map<string, Standing>();
  for (const event of own) {
    const standing =
      event.state === 'clear' ? ended.get(placeOf(event)) : standingAt(raised.get(alarmOf(event)), event.at);
    if (standing) found.set(eventKey(event), standing);
  }
  return found;
}

const alarmOf = ({ eventLogId, entity }: EventRecord): string => `${eventLogId} ${entity}`;
const placeOf = (event: EventRecord): string => `${alarmOf(event)} ${event.at}`;

/** The last one that had begun by an instant. An alarm that flaps has thousands. */
function standingAt(list: readonly Standing[] = [], at: number): Standing | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.from ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return list[low - 1];
}
