/**
 * An alarm on `host=X.port=NAME` is shown with the port's uuid: for every such row FM asks sysinv for its hosts and
 * ports, and one that cannot be asked fails the whole list (contract fm/err-500-sysinv-down-*).
 */
import type { FaultList } from '../kernel/faults';
import type { World } from '../kernel/world';
import { portUuid } from '../sysinv/port-uuid';
import { refuse } from './query';

export type EntityNames = (entity: string) => string;

/** @param everywhere faults that hold for every copy */
export function entityNames(world: World, everywhere: FaultList): EntityNames {
  return (entity) => {
    const match = /^host=([^.]+)\.port=(.+)$/.exec(entity);
    const [, host, port] = match ?? [];
    if (!host || !port) return entity;
    if (world.faults.isDown('sysinv') || everywhere.isDown('sysinv')) {
      return refuse(500, '[Errno 111] ECONNREFUSED');
    }
    return `host=${host}.port=${portUuid(world, host, port) ?? port}`;
  };
}
