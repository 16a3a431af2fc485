/**
 * Hiding types of alarms, and showing them again: what it would hide, what follows, the same as a command. The
 * platform knows no refusal beyond the role (fm-rest-api policies/event_suppression.py): telling it what is already
 * so is accepted.
 */
import { type Alarm, byUrgency, type Severity } from './alarm';
import { type AlarmType, TIMING_TYPES } from './alarm-type';
import { denied, type Verdict } from './result';
import { may, type Viewer } from './rights';
import { counted, isOrAre } from './words';

/** What is wanted of a type. */
export type Wish = 'suppress' | 'unsuppress';

export const wishOf = ({ suppressed }: AlarmType): Wish => (suppressed ? 'unsuppress' : 'suppress');

export const WISH_WORDS: Record<Wish, { label: string; gerund: string; participle: string }> = {
  suppress: { label: 'Suppress', gerund: 'Suppressing', participle: 'suppressed' },
  unsuppress: { label: 'Unsuppress', gerund: 'Unsuppressing', participle: 'unsuppressed' },
};

/** May this person hide types? Asked before the click; the platform decides. */
export const maySuppress = (viewer: Viewer, wish: Wish): Verdict =>
  may(viewer, 'alarm.manage', WISH_WORDS[wish].gerund);

/** `fm event-suppress --alarm_id 100.101,200.001`, as fmclient spells it. */
export function suppressionCli(wish: Wish, types: readonly AlarmType[]): string {
  const ids = types.map(({ alarmId }) => alarmId).join(',');
  return `fm event-${wish} --alarm_id ${ids}`;
}

export type TypeRow = {
  type: AlarmType;
  /** Active alarms of the type, hidden or not; null when alarms could not be read. */
  active: number | null;
  worst: Severity | null;
};

/** Each type with what stands of it now. @param alarms null: could not be read */
export function typeRows(types: readonly AlarmType[], alarms: readonly Alarm[] | null): TypeRow[] {
  const standing = new Map<string, { active: number; worst: Severity }>();
  for (const { alarmId, severity } of [...(alarms ?? [])].sort(byUrgency)) {
    const known = standing.get(alarmId);
    if (known) known.active += 1;
    else standing.set(alarmId, { active: 1, worst: severity });
  }
  return types.map((type) => {
    const here = standing.get(type.alarmId);
    return { type, active: alarms ? (here?.active ?? 0) : null, worst: here?.worst ?? null };
  });
}

export type SuppressionPlan = {
  wish: Wish;
  /** Types that would change, by id. */
  able: AlarmType[];
  /** Types that are so already: left alone. */
  already: AlarmType[];
  /** Active alarms of the types that would change, worst first; null when alarms could not be read. */
  alarms: Alarm[] | null;
  /** Whether the button works, and why not. */
  verdict: Verdict;
};

const byAlarmId = (a: AlarmType, b: AlarmType): number => a.alarmId.localeCompare(b.alarmId, 'en');

export function suppressionPlan(
  wish: Wish,
  types: readonly AlarmType[],
  alarms: readonly Alarm[] | null,
  viewer: Viewer,
): SuppressionPlan {
  const able = types.filter((type) => wishOf(type) === wish).sort(byAlarmId);
  const already = types.filter((type) => wishOf(type) !== wish).sort(byAlarmId);
  const ids = new Set(able.map(({ alarmId }) => alarmId));
  return {
    wish,
    able,
    already,
    alarms: alarms?.filter(({ alarmId }) => ids.has(alarmId)).sort(byUrgency) ?? null,
    verdict: able.length > 0 ? maySuppress(viewer, wish) : nothingToDo(wish, already),
  };
}

function nothingToDo(wish: Wish, already: readonly AlarmType[]): Verdict {
  const [only, ...more] = already;
  if (!only) return denied('Nothing is selected.');
  const { participle } = WISH_WORDS[wish];
  if (more.length === 0) return denied(`${only.alarmId} is ${participle} already.`);
  return denied(`All ${already.length} are ${participle} already.`);
}

/** What a person would want to hear first. `source`: who makes it so. */
export type SuppressionEffect = {
  id: 'reach' | 'events' | 'upgrades' | 'clocks';
  title: string;
  detail: string;
  source: string;
  /** The platform's own check, for those who look it up. */
  cite?: string;
};

/** What follows from hiding the types of a plan, beside the alarms that leave the lists. Nothing follows from undoing it. */
export function suppressionEffects({ wish, able, alarms }: SuppressionPlan): SuppressionEffect[] {
  if (wish === 'unsuppress') return [];
  const blocking = alarms?.filter(({ managementAffecting }) => managementAffecting).length ?? 0;
  const timing = able.filter(({ alarmId }) => TIMING_TYPES.includes(alarmId)).map(({ alarmId }) => alarmId);
  const reach: SuppressionEffect = {
    id: 'reach',
    title: 'On every host, for everyone, with no end',
    detail:
      'New alarms of it are hidden as well. It is no shelf: it does not expire and knows no single alarm.',
    source: 'fm',
  };
  const events: SuppressionEffect = {
    id: 'events',
    title: 'Events are hidden as well',
    detail: 'What it raised and cleared leaves the default event lists, past events too. The log keeps them.',
    source: 'fm',
    cite: 'fm event_log.py include_suppress',
  };
  const upgrades: SuppressionEffect = {
    id: 'upgrades',
    title: `${counted(blocking, 'alarm')} still block${blocking === 1 ? 's' : ''} upgrades`,
    detail: 'The health check of the platform counts hidden alarms too. Hiding mends nothing.',
    source: 'sysinv',
    cite: 'sysinv common/health.py _check_alarms',
  };
  const clocks: SuppressionEffect = {
    id: 'clocks',
    title: `${timing.join(' and ')} still tell${timing.length === 1 ? 's' : ''} the clock views`,
    detail: 'Timing alarms are read with the hidden ones among them: a clock does not look sound for it.',
    source: 'Roost',
  };
  return [reach, events, ...(blocking > 0 ? [upgrades] : []), ...(timing.length > 0 ? [clocks] : [])];
}

/** One sentence of effect, and how much that is right now. Says when it is not known. */
export function suppressionSentence({ wish, able, alarms }: SuppressionPlan): string {
  const one = able.length === 1;
  const subject = one ? 'this alarm type' : `${able.length} alarm types`;
  const count = alarms?.length;
  const some = counted(count ?? 0, 'active alarm');
  if (wish === 'unsuppress') {
    const back =
      count === undefined
        ? 'How many alarms come back is unknown: they could not be read.'
        : count === 0
          ? `No alarm of ${one ? 'it' : 'them'} is active now.`
          : `${some} ${count === 1 ? 'comes' : 'come'} back into view.`;
    return `Shows ${subject} again, everywhere and for everyone. ${back}`;
  }
  const now =
    count === undefined
      ? 'How many alarms that is right now is unknown: they could not be read.'
      : count === 0
        ? `No alarm of ${one ? 'it' : 'them'} is active right now.`
        : `That is ${some} right now.`;
  return `Hides ${subject}, everywhere, until someone undoes it. ${now}`;
}

/** What is hidden now: "2 types are suppressed and hide 8 active alarms." @param alarms null: could not be read */
export function hiddenSentence(types: readonly AlarmType[], alarms: readonly Alarm[] | null): string {
  const hidden = types.filter(({ suppressed }) => suppressed).length;
  if (hidden === 0) return 'No alarm type is suppressed. Every active alarm is shown.';
  const subject = `${counted(hidden, 'alarm type')} ${isOrAre(hidden)} suppressed, everywhere and for everyone`;
  if (!alarms) return `${subject}. How many alarms that hides is unknown: they could not be read.`;
  const count = alarms.filter(({ suppressed }) => suppressed).length;
  if (count === 0) return `${subject}. No alarm of ${hidden === 1 ? 'it' : 'them'} is active now.`;
  return `${subject}. ${counted(count, 'active alarm')} ${isOrAre(count)} hidden.`;
}
