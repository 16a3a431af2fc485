/** How the rows of the whole cloud begin. */
import type { Json } from '../../kernel/json';
import { type Row, rowUuid, stamp } from '../rows';
import type { SeedContext } from '../seed/context';

export type CloudSeeder = (context: SeedContext) => Row[];

/** Uuid and times of row `n` of a kind. */
export function cloudRow(kind: string, n: number, context: SeedContext): Row {
  return {
    uuid: rowUuid(kind, 0, n),
    created_at: stamp(context.deployedAt + n * 1000),
    updated_at: null,
  };
}

/** What the rows of the system's own settings share. */
export function ofSystem(context: SeedContext): { [key: string]: Json } {
  return { forisystemid: 1, isystem_uuid: context.systemUuid };
}
