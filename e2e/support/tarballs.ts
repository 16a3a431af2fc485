/** Tarballs of applications that a test makes for itself, with what the platform asks of their metadata. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TarballPlan, writeAppTarball } from '../../simulator/app-tarball';

export type { TarballPlan };

export const RUNS_HERE = 'supported_k8s_version:\n  minimum: v1.29.0\n';

/** A folder for the files of one file of tests; `drop` removes it. */
export function tarballFolder() {
  const directory = mkdtempSync(join(tmpdir(), 'roost-tarballs-'));
  const write = async (plan: TarballPlan, file = `${plan.name}-${plan.version}.tgz`): Promise<string> => {
    const path = join(directory, file);
    await writeAppTarball(path, { metadata: RUNS_HERE, ...plan });
    return path;
  };
  return {
    directory,
    write,
    bytes: async (plan: TarballPlan) => readFileSync(await write(plan)),
    drop: () => rmSync(directory, { recursive: true, force: true }),
  };
}
