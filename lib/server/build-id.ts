import 'server-only';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

let cached: string | undefined;

/** Identity of the running build: Next's own BUILD_ID, or `dev` under `next dev`. */
export function buildId(): string {
  if (cached !== undefined) return cached;
  const dir = process.env.ROOST_DIST_DIR || '.next';
  try {
    cached = readFileSync(join(process.cwd(), dir, 'BUILD_ID'), 'utf8').trim();
  } catch {
    cached = 'dev';
  }
  return cached;
}
