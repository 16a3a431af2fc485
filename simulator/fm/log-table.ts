/** The event log as a table with an index on time: rows in order of their stamps, oldest first. */
import type { Event } from './state';

/** Microseconds since the epoch. The clock has milliseconds; the rest comes from the row, so that stamps differ. */
export function micros(row: { timestamp: number; id: number }): number {
  return Math.floor(row.timestamp) * 1000 + (row.id % 1000);
}

export class EventLog {
  rows: Event[] = [];

  /** Most rows are the newest; the seeds write theirs with times in the past, in any order. */
  insert(event: Event): void {
    const at = micros(event);
    const last = this.rows.at(-1);
    if (!last || micros(last) <= at) this.rows.push(event);
    else this.rows.splice(this.indexAfter(at), 0, event);
  }

  /** Many at once, in any order: one sort instead of a search for each. */
  insertMany(events: readonly Event[]): void {
    this.rows = [...this.rows, ...events].sort((a, b) => micros(a) - micros(b) || a.id - b.id);
  }

  /** Drops the oldest rows beyond `max`. */
  cut(max: number): void {
    const over = this.rows.length - max;
    if (over === 1) this.rows.shift();
    else if (over > 1) this.rows.splice(0, over);
  }

  /** The rows of a window of time, both ends included (microseconds), newest first. */
  *newestFirst(from: number, to: number): Generator<Event> {
    for (let index = this.indexAfter(to) - 1; index >= 0; index -= 1) {
      const row = this.rows[index];
      if (!row || micros(row) < from) return;
      yield row;
    }
  }

  /** Index of the first row that is younger than a stamp. */
  private indexAfter(at: number): number {
    let [low, high] = [0, this.rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const row = this.rows[middle];
      if (row && micros(row) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
