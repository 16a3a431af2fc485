/**
 * When a host came to each step of its way, as far as anybody wrote it down: fault management's log of maintenance
 * (200.020 events, 200.021 commands, 200.022 states; metal mtcAlarm.cpp), the row of the host, the trail of this console,
 * and what was seen while the page was open. What none of them says stays unknown.
 */
import type { AuditLine } from '../audit';
import type { EventRecord } from '../event';
import type { Host } from '../host';
import type { Stage } from './stage';
import { sightingOf, type Watched } from './watch';

/**
 * log: of fault management. row: the platform's own. trail: of this console, with who. seen: changed between two readings
 * of this page, `at` is the later. open: it was so already when the page was opened.
 */
export type Instant = { at: number; how: 'log' | 'row' | 'trail' | 'seen' | 'open'; who?: string };

export type Evidence = {
  /** Of this host, in any order; null: not read. */
  events: readonly Pick<EventRecord, 'eventLogId' | 'entity' | 'state' | 'at'>[] | null;
  /** Writes on this host; null: not read, or not for this person. */
  trail: readonly Pick<AuditLine, 'action' | 'target' | 'outcome' | 'at' | 'who'>[] | null;
  watched: Watched | null;
};

export type Chronicle = {
  /** Where the present installation began: the host was added, or asked to be reinstalled. */
  origin: Instant | null;
  /** It was reinstalled, not installed for the first time. */
  again: boolean;
  /** When it came to a stage. */
  began: Readonly<Partial<Record<Stage, Instant>>>;
  /** The newest word of a failure after `origin`. */
  failed: Instant | null;
};

/** What an entity ends in: `host=worker-20.status=online`. */
type Mark = 'add' | 'discovered' | 'online' | 'offline' | 'failed' | 'reinstall-failed' | 'enabled' | Command;
type Command = 'unlock' | 'reinstall' | 'power-on' | 'reset' | 'reboot';

const MARK =
  /\.(?:(event)=(add|discovered)|(status)=(online|offline|failed|reinstall-failed)|(state)=(enabled)|(command)=(unlock|reinstall|power-on|reset|reboot))$/;

function marks(events: Evidence['events']): { mark: Mark; at: number }[] {
  return (events ?? [])
    .flatMap(({ entity, at }) => {
      const found = MARK.exec(entity);
      const mark = found?.[2] ?? found?.[4] ?? found?.[6] ?? found?.[8];
      // The expression has no other words.
      return mark === undefined ? [] : [{ mark: mark as Mark, at }];
    })
    .sort((a, b) => a.at - b.at);
}

/** The trail names a deed when it was accepted; maintenance logs it a moment later. Who did it counts more. */
const SAME_DEED_MS = 60_000;

export function chronicleOf(host: Host, { events, trail, watched }: Evidence): Chronicle {
  const log = marks(events);
  const names = [host.id, host.hostname, host.mgmtMac];
  const done = (trail ?? []).filter(({ target, outcome }) => outcome === 'ok' && names.includes(target));
  const last = (mark: Mark): Instant | null => {
    const found = log.findLast((one) => one.mark === mark);
    return found ? { at: found.at, how: 'log' } : null;
  };
  const asked = (mark: Command, ...actions: string[]): Instant | null => {
    const logged = last(mark);
    const [deed] = done.filter(({ action }) => actions.includes(action)).sort((a, b) => b.at - a.at);
    if (!deed || (logged && logged.at > deed.at + SAME_DEED_MS)) return logged;
    return { at: deed.at, how: 'trail', who: deed.who };
  };
  const added =
    last('add') ?? (host.createdAt === null ? null : ({ at: host.createdAt, how: 'row' } as const));
  const reinstalled = asked('reinstall', 'host.reinstall');
  const again = reinstalled !== null && reinstalled.at >= (added?.at ?? 0);
  const origin = again ? reinstalled : added;
  const from = origin?.at ?? 0;
  const unlock = asked('unlock', 'host.unlock', 'host.force-unlock');
  const unlocked = host.administrative === 'unlocked' && unlock !== null && unlock.at >= from ? unlock : null;
  const until = unlocked?.at ?? Number.POSITIVE_INFINITY;
  const first = (mark: Mark, after: number, before = Number.POSITIVE_INFINITY): Instant | undefined => {
    const found = log.find((one) => one.mark === mark && one.at >= after && one.at < before);
    return found && { at: found.at, how: 'log' };
  };
  const seen = (stage: Stage, after: number): Instant | undefined => {
    const found = sightingOf(watched, stage, after);
    return found && { at: found.at, how: found.before === null ? 'open' : 'seen' };
  };

  const powered = [asked('power-on', 'host.power-on'), asked('reset', 'host.reset'), origin]
    .filter((one) => one !== null)
    .toSorted((a, b) => b.at - a.at)[0];
  const online = first('online', from, until);
  const said: Partial<Record<Stage, Instant | null | undefined>> = {
    identified: added,
    power: powered && powered.at < until ? powered : origin,
    installing: seen('installing', from),
    booting: seen('booting', from),
    online,
    inventoried: online ?? seen('inventoried', from),
    configured: seen('configured', from),
    ...(host.administrative === 'unlocked'
      ? {
          unlocked,
          rebooting: unlocked ? first('offline', until) : seen('rebooting', from),
          enabling: unlocked ? first('online', until) : seen('enabling', from),
          available: unlocked ? first('enabled', until) : seen('available', from),
        }
      : {}),
  };
  const began: Partial<Record<Stage, Instant>> = {};
  for (const [stage, instant] of Object.entries(said))
    if (instant) Object.assign(began, { [stage]: instant });
  const failures = [first('failed', unlocked?.at ?? from), first('reinstall-failed', from)];
  const failed = failures.filter((one) => one !== undefined).toSorted((a, b) => b.at - a.at)[0] ?? null;
  return { origin, again, began, failed };
}
