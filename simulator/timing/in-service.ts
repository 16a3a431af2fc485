/** Monitoring runs, and answers, on hosts that are unlocked and enabled. */
import type { Cloud } from './cloud';

export function isInService(world: Cloud, name: string): boolean {
  const row = world.sysinv.byName(name)?.row;
  return row?.administrative === 'unlocked' && row.operational === 'enabled';
}
