/** How the tests of networking ask a world. */
import type { Reply } from '../../kernel/http';
import type { World, WorldName } from '../../kernel/world';
import { createWorld } from '../../worlds/create';
import { ask, bodyOf, faultOf, rowsIn } from '../ask';

type Row = Record<string, unknown>;

export const worldOf = (name: WorldName = 'standard') => createWorld(name, 'net', { speed: 1 });

/** A worker with data interfaces that is locked. */
export function lockedWorker(): { world: World; host: string } {
  const world = worldOf();
  const host = world.sysinv.byName('worker-1');
  if (host) host.row.administrative = 'locked';
  return { world, host: 'worker-1' };
}

export const gets = async (world: World, path: string): Promise<Row[]> =>
  rowsIn(await ask(world, `/v1/${path}`));

export function sends(world: World, method: string, path: string, body?: unknown, roles?: string[]) {
  return ask(world, `/v1/${path}`, { method, body, ...(roles && { roles }) });
}

/** The status, and the row or what the refusal says. */
export async function answered(asking: Promise<Reply>): Promise<[number, Row | string]> {
  const reply = await asking;
  if (reply.status === 204) return [204, {}];
  return [reply.status, reply.status < 300 ? bodyOf(reply) : faultOf(reply)];
}

/** The uuid of the row of a list whose column has this value. */
export async function idOf(world: World, path: string, column: string, value: unknown): Promise<string> {
  const row = (await gets(world, path)).find((candidate) => candidate[column] === value);
  return String(row?.uuid);
}
