/**
 * The one alarm that an application has at a time (sysinv conductor/kube_app.py _raise_app_alarm): another one takes
 * its place. Texts are the simulator's own.
 */
import { specOf } from '../../fm/catalogue';
import type { Severity } from '../../fm/state';
import type { World } from '../../kernel/world';

export type AppAlarm = 'upload-failed' | 'apply-failed' | 'remove-failed' | 'applying' | 'updating';

const ALARMS: Record<AppAlarm, [id: string, severity: Severity, reason: string, repair: string]> = {
  'upload-failed': [
    '750.001',
    'warning',
    'could not be uploaded',
    'Look for the cause in the log of sysinv.',
  ],
  'apply-failed': [
    '750.002',
    'major',
    'could not be applied',
    'Apply it again. If it fails again, look for the cause in the log of sysinv.',
  ],
  'remove-failed': [
    '750.003',
    'major',
    'could not be removed',
    'Remove it again. If it fails again, look for the cause in the log of sysinv; by force it is given up.',
  ],
  applying: ['750.004', 'warning', 'is being applied', 'None: it clears when the application is applied.'],
  updating: ['750.005', 'warning', 'is being updated', 'None: it clears when the application is updated.'],
};
/** 750.006, apply again: stands beside the others and goes when an apply begins. */
const REAPPLY = '750.006';

const entityOf = (name: string) => `k8s_application=${name}`;

export function raiseAppAlarm(world: World, name: string, alarm: AppAlarm): void {
  const [alarm_id, severity, reason, proposed_repair_action] = ALARMS[alarm];
  for (const [other] of Object.values(ALARMS)) {
    if (other !== alarm_id) world.fm.clear(other, entityOf(name));
  }
  world.fm.raise(
    specOf({
      alarm_id,
      entity_instance_id: entityOf(name),
      severity,
      reason_text: `Application ${name} ${reason}`,
      proposed_repair_action,
    }),
  );
}

export function clearAppAlarm(world: World, name: string): void {
  for (const [id] of Object.values(ALARMS)) world.fm.clear(id, entityOf(name));
}

export function clearReapply(world: World, name: string): void {
  world.fm.clear(REAPPLY, entityOf(name));
}
