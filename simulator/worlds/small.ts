/** One and two all-in-one controllers: the clouds at the far edge. */
import type { Host } from '../sysinv/host';
import type { SeedContext } from '../sysinv/seed/context';
import { buildHost, DAY } from './build';

export function simplexHosts(context: SeedContext, now: number): Host[] {
  return [
    buildHost(
      {
        id: 1,
        hostname: 'controller-0',
        personality: 'controller',
        place: 3,
        active: true,
        up: 23 * DAY,
      },
      context,
      now,
    ),
  ];
}

export function duplexHosts(context: SeedContext, now: number): Host[] {
  return [0, 1].map((n) =>
    buildHost(
      {
        id: n + 1,
        hostname: `controller-${n}`,
        personality: 'controller',
        place: 3 + n,
        active: n === 0,
        up: (18 + n) * DAY,
      },
      context,
      now,
    ),
  );
}
