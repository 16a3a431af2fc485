/** The alarms of Kubernetes' upgrade and of its root CA, on the pair of controllers. Texts are the simulator's own. */
import { specOf } from '../../fm/catalogue';
import type { World } from '../../kernel/world';

export type KubeAlarm = 'upgrade' | 'rootca' | 'rootca-aborted';

const ALARMS: Record<KubeAlarm, [id: string, reason: string, repair: string]> = {
  upgrade: ['900.007', 'Kubernetes is being upgraded', 'None: it clears when the upgrade is deleted.'],
  rootca: [
    '900.008',
    'The root CA of Kubernetes is being updated',
    'None: it clears when the update is complete.',
  ],
  'rootca-aborted': [
    '900.009',
    'The update of the root CA of Kubernetes was aborted; not every certificate may be of one CA',
    'Update the root CA anew, to the end.',
  ],
};
const ENTITY = 'host=controller';

export function raiseKube(world: World, alarm: KubeAlarm): void {
  const [alarm_id, reason_text, proposed_repair_action] = ALARMS[alarm];
  world.fm.raise(
    specOf({
      alarm_id,
      entity_instance_id: ENTITY,
      severity: 'minor',
      reason_text,
      proposed_repair_action,
    }),
  );
}

export function clearKube(world: World, alarm: KubeAlarm): void {
  world.fm.clear(ALARMS[alarm][0], ENTITY);
}
