/**
 * How long the real services took, measured warm on a machine with two cores. Between the sizes measured a line is
 * drawn, beyond the largest the last line goes on.
 */
import type { Fault } from '../../simulator/kernel/faults';

/** How many there are (hosts, rows), and how long the answer takes. */
type Point = readonly [size: number, ms: number];

/** sysinv's whole list of hosts. */
const IHOSTS: readonly Point[] = [
  [9, 200],
  [51, 350],
  [201, 810],
];
/** FM's whole list of alarms: it asks sysinv about every alarm on a port, and more hosts have more of them. */
const ALARMS: readonly Point[] = [
  [9, 600],
  [50, 1_700],
  [200, 5_300],
  [500, 8_400],
];
const ISYSTEMS_MS = 50;
/** sysinv's list of ports, by rows. Lists of interfaces and of neighbours were not measured: they are taken to be like it. */
const PORT_ROWS: readonly Point[] = [
  [40, 51],
  [1_384, 731],
];

/** Faults that give the simulator the latencies of a real cloud of so many hosts. */
export function realLatencies(hosts: number): Fault[] {
  return [
    { service: 'sysinv', path: '/v1/ihosts', latencyMs: along(IHOSTS, hosts) },
    { service: 'sysinv', path: '/v1/isystems', latencyMs: ISYSTEMS_MS },
    { service: 'fm', path: '/v1/alarms', latencyMs: along(ALARMS, hosts) },
  ];
}

/** Milliseconds of one request for so many ports. */
export const pageLatency = (rows: number): number => Math.max(1, along(PORT_ROWS, rows));

function along(points: readonly Point[], at: number): number {
  const upper = Math.max(1, points.findIndex(([size]) => size >= at) + 1 || points.length) - 1;
  const [x1, y1] = points[Math.max(1, upper)] ?? [at, 0];
  const [x0, y0] = points[Math.max(1, upper) - 1] ?? [0, 0];
  return Math.round(y0 + ((at - x0) * (y1 - y0)) / (x1 - x0));
}
