/** Is the production build there, and newer than what it is made of? */
import { readdirSync } from 'node:fs';
import { ROOT, writtenAt } from './launch';

/** What a build is made of. The simulator is not: changing it needs no new build. */
const SOURCES = ['app', 'components', 'lib', 'public'];
const FILES = ['package-lock.json', 'next.config.js', 'proxy.ts', 'instrumentation.ts', 'tsconfig.json'];

function newestSource(): number {
  const inFolders = SOURCES.flatMap((folder) => {
    try {
      return readdirSync(`${ROOT}${folder}`, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
        .map((entry) => writtenAt(`${entry.parentPath}/${entry.name}`));
    } catch {
      return [];
    }
  });
  return Math.max(...inFolders, ...FILES.map((file) => writtenAt(`${ROOT}${file}`)));
}

export function buildState(): 'missing' | 'stale' | 'current' {
  const built = writtenAt(`${ROOT}.next/BUILD_ID`);
  if (built === 0) return 'missing';
  return built < newestSource() ? 'stale' : 'current';
}
