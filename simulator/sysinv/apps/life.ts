/**
 * The life of an application (sysinv conductor/kube_app.py): uploaded, applied chart by chart, removed. Times are
 * those of a platform whose registry is near; the clock's speed divides them.
 */
import type { World } from '../../kernel/world';
import { clearAppAlarm, clearReapply, raiseAppAlarm } from './alarms';
import { missingOf, told, withAction } from './dependencies';
import type { AppFault } from './faults';
import { type AppStep, scheduleApp, setApp } from './steps';
import { settingsOf } from './store';
import * as texts from './texts';
import type { App, Chart, Package } from './types';

/** Seconds of life. */
const EXTRACT = 2;
const OVERRIDES = 4;
const IMAGES_PER_CHART = 6;
const MANIFEST = 3;
const CHART = 20;
const REMOVE_PER_CHART = 8;
/** Unpacked bytes that are looked through in a second. */
const BYTES_PER_SECOND = 20_000_000;
/** How long the platform waits for releases before it gives up. */
export const TIMEOUT = 10_800;
/** An operation looks now and then whether it was aborted. */
export const ABORT_SEEN = 5;

/** Steps from the tarball to its charts, without what becomes of the status. */
export function uploadSteps(world: World, app: App): AppStep[] {
  const validate = Math.max(3, app.package.sizeBytes / BYTES_PER_SECOND);
  return [
    [0.3, () => setApp(world, app, { progress: texts.EXTRACTING })],
    [EXTRACT, () => setApp(world, app, { progress: texts.VALIDATING })],
    [validate, () => undefined],
  ];
}

/** An application that was accepted: it is uploaded, or fails to be. */
export function startUpload(world: World, app: App): void {
  const fault = world.sysinv.applications.faults.take(app.row.name, 'upload', 'fail', 'hang');
  const steps = uploadSteps(world, app);
  if (fault?.kind === 'hang') {
    steps.splice(-1, 1, [TIMEOUT, () => failUpload(world, app, fault.text)]);
  } else if (fault) {
    steps.push([0, () => failUpload(world, app, fault.text)]);
  } else {
    steps.push([
      0,
      () => setApp(world, app, { status: 'uploaded', progress: afterUpload(world, app.package) }),
    ]);
  }
  scheduleApp(world, app, steps);
}

/** @param reason why, in words that go into the progress; without one it only says that it was aborted */
export function failUpload(world: World, app: App, reason?: string): void {
  const { name, app_version } = app.row;
  setApp(world, app, {
    status: 'upload-failed',
    progress: reason === undefined ? texts.ABORTED : texts.uploadFailed(name, app_version, reason),
  });
  raiseAppAlarm(world, name, 'upload-failed');
}

/** Applications that it needs and that are not applied are told with what was completed. */
export function afterUpload(world: World, package_: Package): string {
  const missing = missingOf(world.sysinv.applications, package_);
  return missing.length === 0
    ? texts.COMPLETED
    : `${texts.COMPLETED} - it needs applications that are missing: ${told(missing)}`;
}

/** What an apply does when it is through. */
export type Outcome = (failure: string | undefined) => void;

/** PATCH ?directive=apply that was accepted. */
export function startApply(world: World, app: App): void {
  setApp(world, app, { status: 'applying', progress: null });
  raiseAppAlarm(world, app.row.name, 'applying');
  clearReapply(world, app.row.name);
  const missing = missingOf(world.sysinv.applications, app.package);
  const first = withAction(missing, 'apply');
  if (first.length > 0) {
    setApp(world, app, { progress: `applying what it needs first: ${told(first)}` });
    applyNeeded(
      world,
      app,
      first.flatMap(([one]) => (one ? [one.name] : [])),
    );
    return;
  }
  const needed = withAction(missing, 'error');
  if (needed.length > 0) {
    // The platform leaves the alarm of the apply where it is.
    const progress = `It needs applications that are missing: ${told(needed)}. Install them and apply it again.`;
    scheduleApp(world, app, [[1, () => setApp(world, app, { status: 'apply-failed', progress })]]);
    return;
  }
  const warned = withAction(missing, 'warn').length > 0;
  const fault = world.sysinv.applications.faults.take(app.row.name, 'apply', 'fail', 'hang');
  scheduleApp(
    world,
    app,
    applySteps(world, app, fault, (failure) => {
      if (failure !== undefined) failApply(world, app, failure);
      else
        applied(
          world,
          app,
          warned ? `${texts.COMPLETED} - some of what it needs is missing, see the log` : texts.COMPLETED,
        );
    }),
  );
}

export function failApply(world: World, app: App, progress: string): void {
  setApp(world, app, { status: 'apply-failed', progress });
  raiseAppAlarm(world, app.row.name, 'apply-failed');
}

function applied(world: World, app: App, progress: string): void {
  setApp(world, app, { status: 'applied', progress, active: true });
  clearAppAlarm(world, app.row.name);
  tellDependants(world);
}

/** Uploaded applications no longer say that they miss what is there now. */
export function tellDependants(world: World): void {
  for (const app of world.sysinv.applications.withStatus('uploaded')) {
    const progress = afterUpload(world, app.package);
    if (app.row.progress?.startsWith(texts.COMPLETED) && app.row.progress !== progress)
      setApp(world, app, { progress });
  }
}

/** Those that are uploaded are applied one after the other, then the application itself. */
function applyNeeded(world: World, app: App, names: readonly string[]): void {
  const [name, ...others] = names;
  if (name === undefined) {
    startApply(world, app);
    return;
  }
  const needed = world.sysinv.applications.named(name);
  if (!needed || !['uploaded', 'apply-failed'].includes(needed.row.status)) {
    scheduleApp(world, app, [
      [1, () => failApply(world, app, `${name}, which it needs, could not be applied.`)],
    ]);
    return;
  }
  startApply(world, needed);
  const look = () => {
    const { status } = needed.row;
    if (status === 'applying') scheduleApp(world, app, [[5, look]]);
    else if (status === 'applied') applyNeeded(world, app, others);
    else failApply(world, app, `${name}, which it needs, could not be applied.`);
  };
  scheduleApp(world, app, [[5, look]]);
}

/** Charts that are applied: disabled ones are left out. */
export function enabledCharts(app: App): Chart[] {
  return app.package.charts.filter(
    (chart) => settingsOf(app, chart.name, chart.namespace).enabled ?? chart.disabled !== true,
  );
}

/** From overrides to the last chart. `done` gets what went wrong, in the words of `progress`. */
export function applySteps(world: World, app: App, fault: AppFault | undefined, done: Outcome): AppStep[] {
  const { name, app_version } = app.row;
  const charts = enabledCharts(app);
  const says = (progress: string) => () => setApp(world, app, { progress });
  const steps: AppStep[] = [
    [0.5, says(texts.OVERRIDES)],
    [OVERRIDES, says(texts.IMAGES)],
  ];
  if (fault?.images) {
    const failure = fault.text ?? texts.imagesFailed(name, app_version);
    return [...steps, [fault.kind === 'hang' ? TIMEOUT : IMAGES_PER_CHART, () => done(failure)]];
  }
  if (charts.length === 0) return [...steps, [1, () => done(texts.ABORTED)]];
  steps.push([IMAGES_PER_CHART * charts.length, says(texts.MANIFEST)]);
  const failing = fault ? Math.min(Math.max(fault.chart ?? 1, 1), charts.length) - 1 : -1;
  for (const [n, chart] of charts.entries()) {
    const before = charts[n - 1];
    steps.push([
      n === 0 ? MANIFEST : CHART,
      says(texts.completion(name, Math.round((n / charts.length) * 100), before?.name)),
    ]);
    if (n !== failing || !fault) continue;
    const failure = fault.text ?? texts.releaseFailed(chart.release);
    return [...steps, [fault.kind === 'hang' ? TIMEOUT : CHART, () => done(failure)]];
  }
  return [...steps, [CHART, () => done(undefined)]];
}

/** PATCH ?directive=remove that was accepted. By force, what fails is given up. */
export function startRemove(world: World, app: App, force: boolean): void {
  const { applications } = world.sysinv;
  const { name } = app.row;
  setApp(world, app, { status: 'removing', progress: null });
  clearReapply(world, name);
  const fault = applications.faults.take(name, 'remove', 'fail', 'hang');
  const seconds =
    fault?.kind === 'hang' ? TIMEOUT : REMOVE_PER_CHART * Math.max(1, app.package.charts.length);
  scheduleApp(world, app, [
    [0.5, () => setApp(world, app, { progress: texts.REMOVING, active: false })],
    [
      seconds,
      () => (fault ? failRemove(world, app, force, fault.text ?? texts.ABORTED) : removed(world, app)),
    ],
  ]);
}

function removed(world: World, app: App): void {
  const { applications } = world.sysinv;
  // What was kept of versions before goes with it.
  for (const other of applications.all) {
    if (other.row.name === app.row.name && other.row.status === 'inactive') applications.remove(other);
  }
  setApp(world, app, { status: 'uploaded', progress: texts.COMPLETED });
  clearAppAlarm(world, app.row.name);
}

function failRemove(world: World, app: App, force: boolean, progress: string): void {
  if (force) {
    setApp(world, app, { status: 'uploaded', progress: texts.forcedRemoval('uploaded') });
    clearAppAlarm(world, app.row.name);
    return;
  }
  setApp(world, app, { status: 'remove-failed', progress });
  raiseAppAlarm(world, app.row.name, 'remove-failed');
}

/** PATCH ?directive=abort of an apply or a removal: seen at the next look. Of an update: apps/update.ts. */
export function abort(world: World, app: App): void {
  const removing = app.row.status === 'removing';
  scheduleApp(world, app, [
    [
      ABORT_SEEN,
      () =>
        removing
          ? failRemove(world, app, false, texts.ABORTED_BY_USER)
          : failApply(world, app, texts.ABORTED_BY_USER),
    ],
  ]);
}

/** DELETE: every version goes, with its alarm, while the caller waits. */
export function deleteApp(world: World, app: App): void {
  const { applications } = world.sysinv;
  for (const other of applications.all) if (other.row.name === app.row.name) applications.remove(other);
  clearAppAlarm(world, app.row.name);
}
