/** A host on the management network: it answers there, or it does not. */
import type { World } from '../../kernel/world';
import type { Host } from '../host';
import * as alarms from './alarms';
import { comeUp, goDown, setState } from './steps';

export function fallOffline(world: World, host: Host): void {
  goDown(world, host);
  setState(world, host, { operational: 'disabled', availability: 'offline' });
  alarms.logState(world, host, 'offline');
}

export function comeOnline(world: World, host: Host): void {
  comeUp(world, host);
  setState(world, host, { operational: 'disabled', availability: 'online' });
  alarms.logState(world, host, 'online');
}
