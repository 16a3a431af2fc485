'use client';
/** What people of this console said of this alarm the last times it stood. Fault management knows nothing of it. */
import type { ReactNode } from 'react';
import { Note } from '@/components/ui/note';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import type { AlarmInstance, AlarmMarkEntry } from '@/lib/domain/alarm-mark';
import { type RaiseSaid, raisesSaid } from '@/lib/domain/alarm-raises';
import { counted } from '@/lib/domain/words';
import { useView } from '@/lib/queries/view';
import { Part } from './drawer-part';
import { Saying } from './saying';

/** What is shown without being asked for; the rest is folded. */
const RAISES = 3;
const SAYINGS = 4;

type Props = {
  alarmId: string;
  entity: string /** The raise that stands now. */;
  standing: AlarmInstance | null;
};

export function AlarmEarlier({ alarmId, entity, standing }: Props) {
  const seen = useView('alarmMarkHistory', { alarmId, entity });
  const title = standing ? 'Said of earlier raises' : 'Said of it';
  return (
    <Part title={title} meta="Kept in Roost">
      {seen?.data ? (
        <>
          <Raises raises={raisesSaid(seen.data, standing)} label={title} standing={standing !== null} />
          {seen.data.more && (
            <p className="mt-2 text-small text-unk-fg">
              What was said before that is not shown: it is too much.
            </p>
          )}
          {seen.error && <p className="mt-2 text-small text-unk-fg">As last read: {seen.error.message}</p>}
        </>
      ) : seen?.error ? (
        <Note
          tone="unknown"
          title={`What was said of ${standing ? 'earlier raises' : 'it'} cannot be read now.`}
        >
          <span className="mono text-small">{seen.error.message}</span>
        </Note>
      ) : (
        <SkeletonBlock className="h-11" />
      )}
    </Part>
  );
}

function Raises({ raises, label, standing }: { raises: RaiseSaid[]; label: string; standing: boolean }) {
  if (raises.length === 0)
    return <p className="text-ink-3">Nobody said anything of {standing ? 'an earlier raise' : 'it'}.</p>;
  const older = raises.slice(RAISES);
  return (
    <>
      <ul aria-label={label} className="flex flex-col gap-4">
        {raises.slice(0, RAISES).map((raise) => (
          <Raise key={`${raise.alarm.id} ${raise.alarm.raisedAt}`} raise={raise} />
        ))}
      </ul>
      {older.length > 0 && (
        <Folded summary={`Show ${counted(older.length, 'older raise')}`}>
          <ul aria-label={`${label}, older`} className="mt-3 flex flex-col gap-4">
            {older.map((raise) => (
              <Raise key={`${raise.alarm.id} ${raise.alarm.raisedAt}`} raise={raise} />
            ))}
          </ul>
        </Folded>
      )}
    </>
  );
}

/** One raise: when it stood, and what was said last, which is how it ended. */
function Raise({ raise: { alarm, clearedBy, said } }: { raise: RaiseSaid }) {
  const before = said.slice(0, -SAYINGS);
  return (
    <li className="flex flex-col gap-2">
      <p className="text-small text-ink-2">
        Raised <Time at={alarm.raisedAt} />
        {clearedBy !== null && (
          <>
            , cleared by <Time at={clearedBy} />
          </>
        )}
      </p>
      {before.length > 0 && (
        <Folded summary={`Show ${before.length} earlier`}>
          <Lines entries={before} className="mt-2" />
        </Folded>
      )}
      <Lines entries={said.slice(-SAYINGS)} />
    </li>
  );
}

function Lines({ entries, className = '' }: { entries: readonly AlarmMarkEntry[]; className?: string }) {
  return (
    <ul className={`flex flex-col gap-3 ${className}`}>
      {entries.map(({ id, by, at, deed, until, text }) => (
        <Saying key={id} by={by} at={at} what={deedWords(deed, until)}>
          {text}
        </Saying>
      ))}
    </ul>
  );
}

function deedWords(deed: AlarmMarkEntry['deed'], until: number | null): ReactNode {
  if (deed === 'seen') return 'marked as seen';
  if (deed === 'unseen') return 'took “seen” back';
  if (deed === 'unshelved') return 'took it off the shelf';
  if (deed !== 'shelved') return undefined;
  return (
    <>
      shelved until <Time at={until} />
    </>
  );
}

function Folded({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="mt-1 text-small">
      <summary className="w-fit cursor-pointer text-ink-3 hover:text-ink">{summary}</summary>
      {children}
    </details>
  );
}
