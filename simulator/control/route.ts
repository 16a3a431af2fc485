/** What every control is: something done to one cloud or to all of them. */
import type { Call, Reply } from '../kernel/http';
import type { Json } from '../kernel/json';
import type { World } from '../kernel/world';

/** What a call is about: one copy, named by `tag` (empty for the shared one), or all with `scope: all`. */
export type Target = { worlds: World[]; all: boolean };
export type ControlRoute = (target: Target, body: Json, call: Call) => Reply;

export function done(body: Record<string, unknown> = {}): Reply {
  return { status: 200, body: { ok: true, ...body } };
}

export function refuse(status: number, error: string): Reply {
  return { status, body: { ok: false, error } };
}
