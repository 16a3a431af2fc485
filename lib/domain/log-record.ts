/** A row of the log as the console shows it: what fault management logs, and what was done through this console. */
import type { Deed } from './deed';
import type { EventRecord, EventState } from './event';

/** Beside what fault management logs: a write made through this console, which keeps it itself. */
export type LogState = EventState | 'operator';

/** A row of the log. `deed` is there for the state `operator` alone. */
export type LogRecord = Omit<EventRecord, 'state'> & { state: LogState; deed?: Deed };
