/**
 * Another build of the console: the one under test once more, under names of its own. To a tab that is open, a deploy
 * differs in just these: BUILD_ID, the names of all chunks (the old ones are gone), and the ids of the server actions,
 * unless both builds were made with one NEXT_SERVER_ACTIONS_ENCRYPTION_KEY. `next build` would take a minute for it.
 */
import { cpSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const TEXTS = /(\.(js|json|html|rsc|body|meta|segment)|BUILD_ID)$/;
const ACTION_ID = /"([0-9a-f]{42})":/g;

export type Build = {
  /** For ROOST_DIST_DIR. */
  distDir: string;
  buildId: string;
  remove: () => void;
};

/** Makes it from the build under test. `name` tells parallel tests apart. */
export function anotherBuild(name: string, { newActions }: { newActions: boolean }): Build {
  const distDir = `.next-${name}`;
  const at = join(ROOT, distDir);
  const from = realpathSync(join(ROOT, '.next'));
  const remove = () => rmSync(at, { recursive: true, force: true });
  remove();
  const cache = join(from, 'cache');
  cpSync(from, at, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => path !== cache && !path.endsWith('.map'),
  });

  const before = readFileSync(join(at, 'BUILD_ID'), 'utf8').trim();
  const buildId = `later-${name}`;
  const renamed: [string, string][] = [
    [before, buildId],
    ['static/chunks/', 'static/chunks/later-'],
    ...(newActions ? actionIds(at).map((id): [string, string] => [id, otherId(id)]) : []),
  ];
  for (const path of readdirSync(at, { recursive: true, encoding: 'utf8' })) {
    if (!TEXTS.test(path)) continue;
    const text = readFileSync(join(at, path), 'utf8');
    const changed = renamed.reduce((sum, [old, now]) => sum.replaceAll(old, now), text);
    if (changed !== text) writeFileSync(join(at, path), changed);
  }
  const chunks = join(at, 'static/chunks');
  for (const chunk of readdirSync(chunks)) renameSync(join(chunks, chunk), join(chunks, `later-${chunk}`));
  renameSync(join(at, 'static', before), join(at, 'static', buildId));
  return { distDir, buildId, remove };
}

function actionIds(at: string): string[] {
  const manifest = readFileSync(join(at, 'server/server-reference-manifest.json'), 'utf8');
  return [...manifest.matchAll(ACTION_ID)].flatMap(([, id]) => id ?? []);
}

/** The first byte says how the action takes its arguments: it stays. */
const otherId = (id: string): string => id.slice(0, 2) + [...id.slice(2)].reverse().join('');
