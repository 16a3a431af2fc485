/** How an application changes over time. */
import type { World } from '../../kernel/world';
import { stamp } from '../rows';
import type { App, AppRow } from './types';

/** The column of the database holds so many characters; longer texts are cut. */
const LONGEST = 255;

export function setApp(world: World, app: App, fields: Partial<AppRow>): void {
  Object.assign(app.row, fields, { updated_at: stamp(world.clock.now()) });
  const { progress } = app.row;
  if (progress !== null && progress.length > LONGEST)
    app.row.progress = `${progress.slice(0, LONGEST - 3)}...`;
}

export type AppStep = [seconds: number, run: () => void];

/** Replaces what the application was doing by these steps, each so many simulated seconds after the one before. */
export function scheduleApp(world: World, app: App, steps: readonly AppStep[]): void {
  for (const cancel of app.cancel.splice(0)) cancel();
  let due = 0;
  for (const [seconds, run] of steps) {
    due += seconds * 1000;
    app.cancel.push(world.clock.after(due, run));
  }
}
