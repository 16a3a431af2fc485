/** What a recorded call about applications needs in the simulated cloud: an application in the state of the recorded one. */
import type { World } from '../kernel/world';
import { known, plain } from '../sysinv/apps/catalogue';
import { newApp } from '../sysinv/apps/seed';
import { STATUSES } from '../sysinv/apps/types';
import { UUID } from '../sysinv/rows';
import type { Recording } from './recording';

/** An application that the cloud has, instead of one of the recorded cloud; what nobody has stays unknown. */
export function appLike(name: string, world: World): string {
  const apps = world.sysinv.cloud('apps');
  if (apps.some((app) => app.name === name) || name.startsWith('nosuch') || name.startsWith('get_'))
    return name;
  // A write has a copy of the cloud to itself, where the application can be as it was.
  if (world.tag !== '') return name;
  return UUID.test(name) ? name : String(apps[0]?.name ?? name);
}

/** Before a write of an application it is there, in the state that its refusal names or that allows what was accepted. */
export function arrangeApps(world: World, recording: Recording, path: string): void {
  const [, , segment = '', name = ''] = path.split('?')[0]?.split('/') ?? [];
  const { method, status } = recording;
  if (segment !== 'apps' && segment !== 'helm_charts') return;
  // The charts of an application are read by its name and theirs, which nothing else can stand for.
  if (method === 'GET' && (segment !== 'helm_charts' || status >= 300)) return;
  const said = JSON.stringify(recording.body);
  const existing = /application (\S+) already exists/.exec(said)?.[1];
  const subject = existing ?? name;
  if (subject === '' || subject.startsWith('nosuch')) return;
  const { applications } = world.sysinv;
  let app = applications.named(subject);
  if (!app) {
    const version = '1.0-1';
    app = newApp(
      known(subject, version) ?? plain(subject, version, []),
      applications.nextId(),
      world.clock.now(),
    );
    applications.add(app);
  }
  if (method === 'GET') return;
  const told = /the current status is ([a-z-]+)/.exec(said)?.[1];
  app.row.status =
    STATUSES.find((one) => one === told) ?? (said.includes('already in progress') ? 'applying' : 'uploaded');
}
