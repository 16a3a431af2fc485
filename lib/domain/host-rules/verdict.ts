/** One answer per action and host, for menus, rows and the bulk bar. */

import type { Check } from '../check';
import { verdictOf } from '../check';
import type { Host } from '../host';
import { actionSpec, type HostAction } from '../host-actions';
import type { Verdict } from '../result';
import { may } from '../rights';
import type { RuleContext } from './context';
import { addChecks, deleteChecks } from './delete';
import { lockChecks } from './lock';
import { powerChecks } from './power';
import { reinstallChecks } from './reinstall';
import { forceSwactChecks, swactChecks } from './swact';
import { unlockChecks } from './unlock';

/** The platform's checks that can be answered from /v1/ihosts and /v1/isystems alone, in its order. */
export function listChecks(action: HostAction, host: Host, context: RuleContext): Check[] {
  switch (action) {
    case 'lock':
    case 'force-lock':
    case 'force-unsafe-lock':
      return lockChecks(action, host, context);
    case 'unlock':
      return unlockChecks(host, false);
    case 'force-unlock':
      return unlockChecks(host, true);
    case 'swact':
      return swactChecks(host, context);
    case 'force-swact':
      return forceSwactChecks(host, context);
    case 'reboot':
    case 'reset':
    case 'power-on':
    case 'power-off':
      return powerChecks(action, host, context);
    case 'reinstall':
      return reinstallChecks(host, context);
    case 'delete':
      return deleteChecks(host, context);
    case 'edit':
      // Which fields can be changed in which state is a matter of the fields: see host-edit.ts.
      return [];
  }
}

/** May this viewer do this? The role alone, without a look at the host. */
export function roleVerdict(action: HostAction | 'add', viewer: RuleContext['viewer']): Verdict {
  if (action === 'add') return may(viewer, 'host.provision', 'Adding a host');
  const { right, gerund } = actionSpec(action);
  return may(viewer, right, gerund);
}

/** Rights first, then the first of the platform's checks that surely refuses. */
export function actionVerdict(action: HostAction, host: Host, context: RuleContext): Verdict {
  const role = roleVerdict(action, context.viewer);
  return role.ok ? verdictOf(listChecks(action, host, context)) : role;
}

/** May a host be added to this cloud by this viewer? */
export function addVerdict(context: RuleContext): Verdict {
  const role = roleVerdict('add', context.viewer);
  return role.ok ? verdictOf(addChecks(context)) : role;
}
