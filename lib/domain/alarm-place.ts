/** From an alarm or event to the room of what it is about. Every page with alarms has this file. */
import { parseEntity } from './alarm';
import { applicationHref, KUBERNETES_HREF } from './application/application-href';
import { clockHref } from './clock/clock-href';

export type AlarmPlace = {
  href: string;
  /** On a link by itself: "Clock of this host". */
  label: string;
};

/**
 * Upgrade of Kubernetes, update of its root certificate, and that one aborted: all of them stand on `host=controller`
 * (fault/fm-doc/fm_doc/events.yaml).
 */
export const KUBERNETES_ALARMS: readonly string[] = ['900.007', '900.008', '900.009'];

/** Where the console shows it, besides what its entity names (alarm-entity.ts); null for most. */
export function alarmPlace(alarmId: string, entity: string): AlarmPlace | null {
  if (KUBERNETES_ALARMS.includes(alarmId)) return { href: KUBERNETES_HREF, label: 'Kubernetes' };
  const clock = clockHref(alarmId, entity);
  return clock === null ? null : { href: clock, label: 'Clock of this host' };
}

/** `text`: what the line calls it, where that is not its host. */
export type LinePlace = AlarmPlace & { text: string | null };

/** The same for a line of a list, which has one link: of an application, to the application. */
export function linePlace(alarmId: string, entity: string): LinePlace | null {
  const application = parseEntity(entity).find(({ key }) => key === 'k8s_application')?.value;
  if (application) {
    const label = `Application ${application}`;
    return { href: applicationHref(application), label, text: application };
  }
  const place = alarmPlace(alarmId, entity);
  return place && { ...place, text: null };
}
