/** What the machine has of the programs that some tests need, and how to get them. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { postgresPrograms } from './postgres';

export type Need = {
  /** Debian package. */
  packages: string[];
  /** Programs, any of which must be on the path. */
  programs: string[];
  /** What cannot be tested without it. */
  covers: string;
};

type Name = 'chromium' | 'keystone' | 'nginx' | 'postgresql' | 'prometheus';

export const NEEDS: Record<Name, Need> = {
  // The same engine without the browser's own windows: a test takes it two thirds of the time.
  chromium: {
    packages: ['chromium-headless-shell'],
    programs: ['chromium-headless-shell'],
    covers: 'every end-to-end test',
  },
  keystone: {
    packages: ['keystone', 'python3-keystone'],
    programs: ['keystone-wsgi-public'],
    covers: 'sign-in and authorisation against a real Keystone',
  },
  nginx: {
    packages: ['nginx-light'],
    programs: ['nginx'],
    covers: 'the console behind a TLS-terminating proxy',
  },
  postgresql: {
    packages: ['postgresql'],
    programs: ['postgres'],
    covers: "the console's own store in PostgreSQL",
  },
  prometheus: {
    packages: ['prometheus'],
    programs: ['prometheus'],
    covers: 'clocks in a real Prometheus',
  },
};

/** Path of a program, or undefined. /usr/sbin is where Debian keeps nginx, on or off the path. */
export function programPath(names: readonly string[]): string | undefined {
  const dirs = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/bin'];
  for (const dir of dirs) {
    for (const name of names) {
      try {
        accessSync(join(dir, name), constants.X_OK);
        return join(dir, name);
      } catch {
        // not here
      }
    }
  }
  return undefined;
}

/** The browser with its windows does as well, where there is no such package. */
const INSTEAD = { packages: ['chromium'], programs: ['chromium'] };

/** The browser of the tests and of the bench, or undefined; CHROMIUM names another. */
export const chromiumPath = (): string | undefined =>
  process.env.CHROMIUM || programPath([...NEEDS.chromium.programs, ...INSTEAD.programs]);

/** Debian keeps PostgreSQL's programs off the path, by version. */
const isHere = (name: keyof typeof NEEDS): boolean =>
  name === 'postgresql' ? postgresPrograms() !== undefined : programPath(NEEDS[name].programs) !== undefined;

const canInstall = () => process.getuid?.() === 0 && programPath(['apt-get']) !== undefined;

/** Debian starts the service of a package it installs unless this says no; tests start their own, on their own ports. */
const POLICY = '/usr/sbin/policy-rc.d';

function withoutServices(install: () => void): void {
  // Whoever has a policy keeps it.
  const ours = !existsSync(POLICY);
  if (ours) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    install();
  } finally {
    if (ours) rmSync(POLICY, { force: true });
  }
}

/** Installs what is missing, where that is possible. Returns the needs that stay unmet, with a word about why. */
export function meetNeeds(): { name: keyof typeof NEEDS; why: string }[] {
  const names = ['chromium', 'keystone', 'nginx', 'postgresql', 'prometheus'] as const;
  const missing = () => names.filter((name) => !isHere(name));
  if (missing().length > 0 && canInstall()) {
    const apt = (...args: string[]) =>
      spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    apt('update', '-q');
    withoutServices(() => {
      const install = (packages: readonly string[], covers: string) => {
        console.log(`Installing ${packages.join(', ')}, needed for ${covers}`);
        apt('install', '-y', '-q', '--no-install-recommends', ...packages);
      };
      // One by one: what cannot be had must not keep the others away.
      for (const name of missing()) install(NEEDS[name].packages, NEEDS[name].covers);
      if (!chromiumPath()) install(INSTEAD.packages, NEEDS.chromium.covers);
    });
  }
  const hint = canInstall() ? 'the installation failed' : 'not root on Debian, so it was not installed';
  const unmet = missing().filter((name) => name !== 'chromium' || !chromiumPath());
  return unmet.map((name) => ({
    name,
    why: `${hint}: apt-get install ${NEEDS[name].packages.join(' ')}`,
  }));
}
