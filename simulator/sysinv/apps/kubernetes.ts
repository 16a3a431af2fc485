/** Which versions of Kubernetes an application runs on. */
import type { World } from '../../kernel/world';
import { compareVersions } from '../kube/versions';
import type { App } from './types';
import { newestOf } from './update-all';

/** Within the versions of Kubernetes that the application says it runs on. */
export function runsOn({ package: { kubernetes } }: Pick<App, 'package'>, version: string): boolean {
  const { minimum, maximum } = kubernetes;
  return (
    (!minimum || compareVersions(version, minimum) >= 0) &&
    (!maximum || compareVersions(version, maximum) <= 0)
  );
}

/** Applied applications that neither run on a version nor have a newer one beside them that does. */
export function incompatible(world: World, version: string): string[] {
  return world.sysinv.applications
    .withStatus('applied')
    .filter((app) => {
      const newer = newestOf(app.row.name);
      return !runsOn(app, version) && !(newer && runsOn({ package: newer }, version));
    })
    .map(({ row }) => row.name);
}
