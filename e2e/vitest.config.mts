import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

const PURE = ['{lib/domain,lib/format,lib/url,simulator}/**/*.test.ts'];

export default defineConfig({
  root,
  resolve: { alias: { '@': root.replace(/\/$/, ''), 'server-only': `${root}e2e/support/server-only.ts` } },
  test: {
    testTimeout: 15_000,
    // What is under test keeps its notes and its trail away from those of the console that is run here by hand.
    env: { ROOST_DATA_DIR: mkdtempSync(join(tmpdir(), 'roost-unit-')) },
    projects: [
      {
        extends: true,
        // Pure functions, and a simulator that keeps nothing outside a world: files share a process, which by then runs
        // compiled code. Half the time of one process per file.
        test: { name: 'pure', include: PURE, isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'own',
          include: ['{app,components,e2e,lib,simulator}/**/*.test.{ts,tsx}'],
          exclude: PURE,
        },
      },
    ],
  },
});
