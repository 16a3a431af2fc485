/**
 * State that has to exist once in a server process. Next bundles pages, actions, route handlers and
 * instrumentation apart: a module-level variable would exist once in each bundle. Each owner declares its slot:
 *
 *   declare global { interface RoostProcess { throttle?: Throttle } }
 *   const shared = processWide();
 *   shared.throttle ??= new Throttle();
 */
import 'server-only';

declare global {
  // Filled by its owners through declaration merging.
  interface RoostProcess {
    readonly startedAt: number;
  }
  var roostProcess: RoostProcess | undefined;
}

/** The one object of this process. */
export function processWide(): RoostProcess {
  globalThis.roostProcess ??= { startedAt: Date.now() };
  return globalThis.roostProcess;
}
