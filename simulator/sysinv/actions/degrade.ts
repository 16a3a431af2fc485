import type { World } from '../../kernel/world';
import type { Host } from '../host';
import { isDegradedByAlarm } from './alarms';
import { setState } from './steps';

/** A host in service is degraded while an alarm says so. */
export function degrade(world: World, host: Host): void {
  const { availability, operational } = host.row;
  if (operational !== 'enabled' || (availability !== 'available' && availability !== 'degraded')) return;
  const should = isDegradedByAlarm(world, host) ? 'degraded' : 'available';
  if (should !== availability) setState(world, host, { operational, availability: should });
}
