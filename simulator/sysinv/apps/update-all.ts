/**
 * POST /v1/apps/update_all (sysinv common/app_update_manager.py): applications for which the platform brought a newer
 * version. Those that are uploaded are uploaded anew, those that are applied are updated; who fails has a second try.
 */
import type { World } from '../../kernel/world';
import { ISO_PATH, packageOfFile, SHELF } from './catalogue';
import { startUpload } from './life';
import { newApp } from './seed';
import type { Package, UpdateTiming } from './types';
import { beginUpdate } from './update';

/** Seconds between two looks, and before the second try. */
const LOOK = 5;
const SECOND_TRY = 15;

type Done = (failed: readonly string[]) => void;

/**
 * @param timing only versions that are to be there before, or after, an upgrade of Kubernetes; every one without it
 * @param done what becomes of those who wait for it: which applications failed twice
 */
export function startUpdateAll(world: World, timing?: UpdateTiming, done: Done = () => undefined): void {
  const { applications } = world.sysinv;
  const due = applications.withStatus('uploaded', 'applied').flatMap(({ row, package: { version } }) => {
    const newer = newestOf(row.name);
    const fits = timing === undefined || newer?.timing === timing;
    return newer && fits && after(newer.version, version) ? [newer] : [];
  });
  const uploadedFirst = due.toSorted((a, b) => rank(world, a) - rank(world, b));
  applications.updateAll = { status: 'in_progress', updated_apps: [], failed_apps: [] };
  next(world, uploadedFirst, false, done);
}

const rank = (world: World, { name }: Package): number =>
  world.sysinv.applications.named(name)?.row.status === 'uploaded' ? 0 : 1;

/** The version of an application that came with the platform. */
export function newestOf(name: string): Package | undefined {
  return SHELF.filter((path) => path.startsWith(ISO_PATH))
    .flatMap((path) => packageOfFile(path) ?? [])
    .filter((found) => found.name === name)
    .toSorted((a, b) => (after(a.version, b.version) ? -1 : 1))[0];
}

function after(a: string, b: string): boolean {
  return a.localeCompare(b, 'en', { numeric: true }) > 0;
}

function next(world: World, [first, ...others]: readonly Package[], again: boolean, done: Done): void {
  const { updateAll } = world.sysinv.applications;
  if (!updateAll) return;
  if (!first) {
    updateAll.status = 'completed';
    done(updateAll.failed_apps);
    return;
  }
  begin(world, first);
  const look = () => {
    const row = world.sysinv.applications.named(first.name)?.row;
    const busy = /^(uploading|updating|update-starting|recovering|applying)$/.test(row?.status ?? '');
    // A failed update passes through its failure on the way back.
    if (busy || (row?.status === 'apply-failed' && row.app_version === first.version)) {
      world.clock.after(LOOK * 1000, look);
      return;
    }
    const good =
      row?.app_version === first.version && (row.status === 'applied' || row.status === 'uploaded');
    if (!good && !again) {
      world.clock.after(SECOND_TRY * 1000, () => next(world, [first, ...others], true, done));
      return;
    }
    (good ? updateAll.updated_apps : updateAll.failed_apps).push(first.name);
    next(world, others, false, done);
  };
  world.clock.after(LOOK * 1000, look);
}

function begin(world: World, package_: Package): void {
  const { applications } = world.sysinv;
  const app = applications.named(package_.name);
  if (!app) return;
  if (app.row.status === 'applied') {
    beginUpdate(world, app, package_, {});
  } else if (app.row.status === 'uploaded' || app.row.status === 'upload-failed') {
    applications.remove(app);
    const fresh = newApp(package_, applications.nextId(), world.clock.now());
    applications.add(fresh);
    startUpload(world, fresh);
  }
}
