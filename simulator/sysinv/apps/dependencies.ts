/** Which applications another one needs (sysinv common/app_dependents.py). */
import type { Applications } from './store';
import type { App, Dependency, DependencyAction, Package } from './types';

/** Groups of which nothing is applied; what may be ignored is left out. */
export function missingOf(apps: Applications, needs: Package): Dependency[][] {
  const applied = apps.withStatus('applied');
  return needs.dependencies
    .map((group) => group.filter(({ action }) => action !== 'ignore'))
    .filter((group) => group.length > 0 && !group.some((one) => applied.some((app) => fits(app, one))));
}

/** Those of an action; a group has that of its first. */
export function withAction(groups: readonly Dependency[][], action: DependencyAction): Dependency[][] {
  return groups.filter(([first]) => first?.action === action);
}

/** The version is a pattern that all of it has to match. */
export function fits({ row }: App, { name, version }: Dependency): boolean {
  return row.name === name && new RegExp(`^(?:${version})$`).test(row.app_version);
}

/** `cert-manager (compatible version(s): .*)`: names and patterns, a choice joined by "or". */
export function told(groups: readonly Dependency[][]): string {
  return groups
    .map((group) =>
      group.map(({ name, version }) => `${name} (compatible version(s): ${version})`).join(' or '),
    )
    .join(', ');
}
