/** Both databases that the store runs on, for a suite that holds for each. */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoreConfig } from '../../lib/server/store/store';
import { postgresPrograms, startPostgres } from './postgres';

export type TestDatabase = {
  config: StoreConfig;
  /** Makes it unreachable, and reachable again with what it held. */
  lose: () => Promise<void>;
  bringBack: () => Promise<void>;
  remove: () => Promise<void>;
};

/** A file in a folder; lost when something else stands in the folder's place. */
async function embedded(): Promise<TestDatabase> {
  const parent = mkdtempSync(join(tmpdir(), 'roost-store-'));
  const directory = join(parent, 'data');
  const aside = join(parent, 'aside');
  return {
    config: { kind: 'embedded', directory },
    lose: async () => {
      renameSync(directory, aside);
      writeFileSync(directory, 'not a folder');
    },
    bringBack: async () => {
      rmSync(directory);
      renameSync(aside, directory);
    },
    remove: async () => rmSync(parent, { recursive: true, force: true }),
  };
}

async function postgres(): Promise<TestDatabase> {
  const server = await startPostgres();
  return {
    config: { kind: 'postgres', url: server.url },
    lose: server.stop,
    bringBack: server.start,
    remove: server.remove,
  };
}

/** For `describe.each`: name, whether it can be had here, and what makes one. */
export const DATABASES: readonly { name: string; here: boolean; make: () => Promise<TestDatabase> }[] = [
  { name: 'a file of its own', here: true, make: embedded },
  { name: 'PostgreSQL', here: postgresPrograms() !== undefined, make: postgres },
];
