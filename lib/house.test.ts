/**
 * The house plan, enforced: which room may import from which. A breach fails here with the file and the import.
 * Rooms and directions are those of README.md, "The map of the house".
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(__dirname, '..');
const ROOMS = ['app', 'components', 'lib', 'simulator', 'e2e'];

type Import = { file: string; target: string; typeOnly: boolean };

function sources(dir: string): string[] {
  return readdirSync(join(root, dir), { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sources(path);
    return /\.(ts|tsx)$/.test(entry.name) ? [path] : [];
  });
}

/** Imports of a file that stay within the project, as paths from the root. */
function importsOf(file: string, text: string): Import[] {
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'"\n;]*?\sfrom\s+|(?=['"]))['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;
  const flat = text.replace(/\{[^{}]*\}/g, (braces) => braces.replace(/\n/g, ' '));
  return [...flat.matchAll(pattern)].flatMap(([whole, typeWord, from, dynamic]) => {
    const spec = from ?? dynamic ?? '';
    const target = spec.startsWith('@/')
      ? spec.slice(2)
      : spec.startsWith('.')
        ? relative(root, resolve(root, dirname(file), spec))
        : undefined;
    const named =
      /\{([^}]*)\}/
        .exec(whole)?.[1]
        ?.split(',')
        .map((part) => part.trim())
        .filter(Boolean) ?? [];
    const typeOnly =
      typeWord !== undefined ||
      (named.length > 0 &&
        named.every((part) => part.startsWith('type ')) &&
        !/import\s+\w+\s*,/.test(whole));
    return target === undefined ? [] : [{ file, target, typeOnly }];
  });
}

const within = (path: string, room: string) => path === room || path.startsWith(`${room}/`);
/** components/hosts -> hosts; the shared component rooms are not domains. */
const SHARED = [
  'ui',
  'shell',
  'table',
  'drawing',
  'code',
  'action',
  'attention',
  'fault',
  'timing',
  'health',
];
const domainOf = (path: string) => {
  const [room, name = ''] = path.split('/');
  return room === 'components' && !SHARED.includes(name) ? name : undefined;
};

/** Why an import breaks the house plan, or undefined. */
function breach({ file, target, typeOnly }: Import): string | undefined {
  const from = (room: string) => within(file, room);
  const to = (...rooms: string[]) => rooms.some((room) => within(target, room));
  const isTest = /\.test\.tsx?$/.test(file);

  if (from('lib/domain') && !to('lib/domain')) return 'lib/domain imports nothing but itself';
  if (from('lib/stx') && !to('lib/stx', 'lib/domain', 'lib/env', 'lib/process-wide'))
    return 'lib/stx stands on lib/domain';
  if (from('lib/server') && to('lib/actions', 'lib/queries', 'components', 'app'))
    return 'lib/server stands on lib/stx';
  if (from('lib/actions') && to('lib/queries', 'lib/stx', 'components', 'app'))
    return 'lib/actions stands on lib/server';
  if (from('lib/queries') && to('components', 'app')) return 'lib/queries stands on lib/actions';
  if (from('lib/queries') && to('lib/server', 'lib/stx') && !typeOnly)
    return 'lib/queries knows only the types of the server';
  if (
    (from('lib/format') || from('lib/url')) &&
    to('lib/server', 'lib/stx', 'lib/actions', 'lib/queries', 'components', 'app')
  ) {
    return 'lib/format and lib/url stand on nothing';
  }
  if (from('components') && to('lib/server', 'lib/stx') && !isTest)
    return 'components ask through lib/queries';
  if (from('components') && to('app')) return 'components do not know routes';
  if (
    from('components/ui') &&
    to('lib/domain', 'lib/queries', 'lib/actions', 'components') &&
    !to('components/ui')
  ) {
    return 'components/ui knows neither the domain nor other components';
  }
  // The registry of keys holds no platform data: a table lists its own keys there.
  if (from('components/table') && to('lib/queries', 'lib/actions') && !to('lib/queries/shortcuts')) {
    return 'components/table knows no data source';
  }
  const ours = domainOf(file);
  const theirs = domainOf(target);
  if (ours && theirs && ours !== theirs) return 'one domain folder never imports a sibling';
  if (SHARED.some((room) => from(`components/${room}`)) && theirs)
    return 'shared components know no domain folder';
  if (from('simulator') && to('lib', 'components', 'app') && !DECODER_WITNESS.includes(file))
    return 'the simulator is an independent witness';
  if ((from('app') || from('components') || from('lib')) && to('simulator') && !isTest)
    return 'the console never contains the simulator';
  return undefined;
}

/** Runs recorded bodies through the console's own decoders; the one meeting point of the two. */
const DECODER_WITNESS = ['simulator/contract/decoders.ts'];

describe('the house', () => {
  const files = [...ROOMS.flatMap(sources), 'proxy.ts', 'instrumentation.ts'].filter((file) => {
    try {
      return readFileSync(join(root, file)).length > 0;
    } catch {
      return false;
    }
  });
  const imports = files.flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')));

  it('has its imports running the right way', () => {
    const breaches = imports.flatMap((one) => {
      const why = breach(one);
      return why ? [`${one.file} imports ${one.target}: ${why}`] : [];
    });
    expect(breaches).toEqual([]);
  });

  it('finds a breach when there is one', () => {
    const cases: [string, string][] = [
      ['components/hosts/list.tsx', "import { listHosts } from '@/lib/stx/sysinv/hosts';"],
      ['components/hosts/list.tsx', "import {\n  a,\n  b,\n} from '@/lib/server/views';"],
      ['components/hosts/list.tsx', "import { Clock } from '../clocks/clock';"],
      ['components/ui/button.tsx', "import type { Host } from '@/lib/domain/host';"],
      ['components/shell/rail.tsx', "import { HostList } from '../hosts/host-list';"],
      ['lib/domain/host.ts', "import { z } from '../stx/decode';"],
      ['lib/stx/http.ts', "import { log } from '@/lib/server/log';"],
      ['lib/queries/view.ts', "import { views } from '@/lib/server/views';"],
      ['simulator/main.ts', "import { decodeHosts } from '../lib/stx/sysinv/hosts';"],
      ['app/page.tsx', "const x = await import('@/simulator/main');"],
    ];
    for (const [file, text] of cases) {
      expect(importsOf(file, text).map(breach).filter(Boolean), `${file}: ${text}`).toHaveLength(1);
    }
  });

  it('lets types of the server through to the queries', () => {
    const [one] = importsOf('lib/queries/view.ts', "import type { Views } from '@/lib/server/views';");
    expect(one && breach(one)).toBeUndefined();
  });

  // proxy.ts runs before React: what only it and the server share holds no secret and needs no such guard.
  const sharedWithProxy = ['lib/server/csp.ts', 'lib/server/path-header.ts'];

  it('puts `server-only` at the head of every server module', () => {
    const missing = files.filter(
      (file) =>
        (within(file, 'lib/server') || within(file, 'lib/stx')) &&
        !/\.test\.tsx?$/.test(file) &&
        !sharedWithProxy.includes(file) &&
        !readFileSync(join(root, file), 'utf8').includes("import 'server-only'"),
    );
    expect(missing).toEqual([]);
  });
});
