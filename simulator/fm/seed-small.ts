/** The alarm of the all-in-one duplex that is none of a clock (timing/seed.ts has those). Ages in minutes. */
import type { Episode } from './seed-history';

export const DUPLEX: readonly Episode[] = [
  {
    alarm_id: '750.006',
    entity_instance_id: 'k8s_application=cert-manager',
    age: 180,
    reason_text: 'Application cert-manager waits to be applied again',
  },
];
