/**
 * An application on its way to another version (sysinv conductor/kube_app.py perform_app_update): uploaded, applied,
 * the old version cleaned up; when something fails, back to the old one.
 */
import type { World } from '../../kernel/world';
import { clearAppAlarm, raiseAppAlarm } from './alarms';
import { missingOf, told, withAction } from './dependencies';
import type { AppFault } from './faults';
import { ABORT_SEEN, afterUpload, applySteps, failApply, tellDependants, uploadSteps } from './life';
import { newApp } from './seed';
import { type AppStep, scheduleApp, setApp } from './steps';
import * as texts from './texts';
import type { App, Package } from './types';

/** Seconds. */
const CLEAN_UP = 4;
const RECOVER_CHARTS = 5;

/** What was said about things set on charts; undefined lets the application decide. */
export type Keep = { overrides?: boolean | undefined; attributes?: boolean | undefined };

/** The versions that an update goes between, by the version that it goes to. */
const FROM = new WeakMap<App, App>();

/** POST /v1/apps/update that was accepted. The old version is inactive from now on; a version that was there before is used again. */
export function beginUpdate(world: World, from: App, package_: Package, keep: Keep): App {
  const { applications } = world.sysinv;
  setApp(world, from, { status: 'inactive', progress: null });
  const before = applications.inactive(package_.name, package_.version);
  const to = before ?? newApp(package_, applications.nextId(), world.clock.now());
  if (before) setApp(world, to, { status: 'updating' });
  else {
    Object.assign(to.row, { status: 'updating', active: true });
    applications.add(to);
  }
  startUpdate(world, from, to, keep);
  return to;
}

function startUpdate(world: World, from: App, to: App, keep: Keep): void {
  FROM.set(to, from);
  const { name } = to.row;
  raiseAppAlarm(world, name, 'updating');
  const fault = world.sysinv.applications.faults.take(name, 'update', 'fail', 'hang');
  const steps: AppStep[] = [
    [0.3, () => setApp(world, to, { progress: texts.UPDATE_STARTING })],
    ...uploadSteps(world, to),
    [0, () => setApp(world, to, { status: 'update-starting', progress: afterUpload(world, to.package) })],
    [
      1,
      () => {
        setApp(world, to, { status: 'updating' });
        keepSettings(from, to, keep);
        applyNew(world, from, to, fault);
      },
    ],
  ];
  scheduleApp(world, to, steps);
}

function keepSettings(from: App, to: App, keep: Keep): void {
  const overrides = keep.overrides ?? to.package.keepsOverrides;
  const attributes = keep.attributes ?? to.package.keepsAttributes;
  for (const [key, settings] of to.settings) {
    const before = from.settings.get(key);
    if (overrides && before?.user) settings.user = before.user;
    if (attributes && before?.enabled !== undefined) settings.enabled = before.enabled;
  }
}

function applyNew(world: World, from: App, to: App, fault: AppFault | undefined): void {
  const needed = withAction(missingOf(world.sysinv.applications, to.package), 'error');
  if (needed.length > 0) {
    scheduleApp(world, to, [
      [1, () => failed(world, from, to, `It needs applications that are missing: ${told(needed)}.`)],
    ]);
    return;
  }
  scheduleApp(
    world,
    to,
    applySteps(world, to, fault, (failure) =>
      failure === undefined ? cleanUp(world, from, to) : failed(world, from, to, failure),
    ),
  );
}

function cleanUp(world: World, from: App, to: App): void {
  const [old, version] = [from.row.app_version, to.row.app_version];
  setApp(world, to, { status: 'updating', progress: texts.cleaningUp(old), active: true });
  scheduleApp(world, to, [
    [
      CLEAN_UP,
      () => {
        setApp(world, to, { status: 'applied', progress: texts.updateCompleted(old, version) });
        clearAppAlarm(world, to.row.name);
        tellDependants(world);
      },
    ],
  ]);
}

/** PATCH ?directive=abort while it is updating: it goes back. */
export function abortUpdate(world: World, to: App): void {
  const from = FROM.get(to);
  if (!from) return;
  scheduleApp(world, to, [[ABORT_SEEN, () => failed(world, from, to, texts.ABORTED_BY_USER)]]);
}

function failed(world: World, from: App, to: App, progress: string): void {
  const [old, version] = [from.row.app_version, to.row.app_version];
  const { name } = to.row;
  if (to.package.noRollback) {
    setApp(world, to, { status: 'apply-failed', progress: texts.noRecovery(name, old, version) });
    clearAppAlarm(world, name);
    return;
  }
  failApply(world, to, progress);
  scheduleApp(world, to, [[0.5, () => recover(world, from, to)]]);
}

/** The new version is forgotten, the old one applied again. */
function recover(world: World, from: App, to: App): void {
  const { applications } = world.sysinv;
  const [old, version] = [from.row.app_version, to.row.app_version];
  const aborted = texts.updateAborted(old, version);
  applications.remove(to);
  setApp(world, from, { status: 'recovering', progress: `${aborted} ${texts.recovering(old)}` });
  const fault = applications.faults.take(from.row.name, 'recover', 'fail', 'hang');
  scheduleApp(world, from, [
    [1, () => setApp(world, from, { progress: texts.RECOVERING_CHARTS })],
    [
      RECOVER_CHARTS,
      () =>
        scheduleApp(
          world,
          from,
          applySteps(world, from, fault, (failure) => {
            if (failure !== undefined) {
              setApp(world, from, {
                status: 'apply-failed',
                progress: `${aborted} ${texts.notRecovered(old)}`,
              });
              return;
            }
            setApp(world, from, {
              status: 'applied',
              progress: `${aborted} ${texts.recovered(old)}`,
              active: true,
            });
            clearAppAlarm(world, from.row.name);
          }),
        ),
    ],
  ]);
}
