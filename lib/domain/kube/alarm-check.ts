/** Alarms beside a step of Kubernetes: the platform looks at them as it starts, and a person had better look before every step. */
import type { AlarmList } from '../alarm';
import { type Check, cannotTell, checksOf } from '../check';

const check = checksOf('kube.alarms', 'sysinv common/health.py _check_alarms');

/** In progress, aborted: alarms of the very thing. */
const OWN: readonly string[] = ['900.007', '900.008', '900.009'];
const MOST_SAID = 3;

/** @param alarms undefined: not read. */
export function alarmCheck(alarms: AlarmList | undefined): Check {
  if (alarms === undefined)
    return check.unknown('active', cannotTell('which alarms are active', 'Alarms were not read', 'fm'));
  const found = alarms.alarms.filter(
    ({ managementAffecting, alarmId }) => managementAffecting && !OWN.includes(alarmId),
  );
  if (found.length === 0)
    return alarms.capped
      ? check.unknown('active', cannotTell('which alarms are active', 'Only a part of them was read', 'fm'))
      : check.pass('active', { title: 'No alarm that affects management is active', source: 'fm' });
  const more = found.length - MOST_SAID;
  return check.warn('active', {
    title: `${found.length === 1 ? '1 alarm that affects' : `${found.length} alarms that affect`} management ${found.length === 1 ? 'is' : 'are'} active`,
    detail: `${found
      .slice(0, MOST_SAID)
      .map(({ alarmId, entity }) => `${alarmId} ${entity}`)
      .join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
    source: 'fm',
  });
}
