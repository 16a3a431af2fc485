'use client';
/** What people of this console say of an alarm: seen, shelved, notes. Fault management knows nothing of it. */
import { AlarmClock, Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { Time } from '@/components/ui/time';
import type { Alarm } from '@/lib/domain/alarm';
import { type AlarmMark, isShelved } from '@/lib/domain/alarm-mark';
import type { Failure } from '@/lib/domain/result';
import { may } from '@/lib/domain/rights';
import { serverNow } from '@/lib/queries/clock';
import { useViewer } from '@/lib/queries/viewer';
import { Part } from './drawer-part';
import { MarkRefusal } from './mark-refusal';
import { Saying } from './saying';
import { SeenForm } from './seen-form';
import { ShelfForm } from './shelf-form';
import { useMark } from './use-mark';

const ICON = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;
type Props = { alarm: Alarm; mark: AlarmMark | undefined; error: Failure | undefined };

export function AlarmSaid({ alarm, mark, error }: Props) {
  return (
    <Part title="Seen and notes" meta="Kept in Roost, history once it clears">
      {error ? (
        <Note tone="unknown" title="Seen and notes cannot be read now.">
          <span className="mono text-small">{error.message}</span>
        </Note>
      ) : (
        <Said mark={mark} />
      )}
      <SayButtons alarm={alarm} mark={mark} away={error !== undefined} />
    </Part>
  );
}

function Said({ mark }: { mark: AlarmMark | undefined }) {
  if (!mark?.seen && !mark?.shelf && !mark?.notes.length) {
    return <p className="text-ink-3">Nobody has said anything of it yet.</p>;
  }
  const shelf = isShelved(mark, serverNow()) ? mark.shelf : null;
  return (
    <ul aria-label="Seen and notes" className="flex flex-col gap-3">
      {mark.seen && (
        <Saying by={mark.seen.by} at={mark.seen.at} what="marked as seen">
          {mark.seen.why}
        </Saying>
      )}
      {shelf && (
        <Saying
          by={shelf.by}
          at={shelf.at}
          what={
            <>
              shelved until <Time at={shelf.until} />
            </>
          }
        >
          {shelf.why}
        </Saying>
      )}
      {mark.notes.map(({ id, by, at, text }) => (
        <Saying key={id} by={by} at={at}>
          {text}
        </Saying>
      ))}
    </ul>
  );
}

function SayButtons({ alarm, mark, away }: { alarm: Alarm; mark: AlarmMark | undefined; away: boolean }) {
  const { viewer } = useViewer();
  const { busy, failure, say } = useMark(alarm);
  const [form, setForm] = useState<'seen' | 'shelf' | null>(null);
  const done = () => setForm(null);
  const off = (doing: string): string | null => {
    const verdict = may(viewer, 'alarm.mark', doing);
    return verdict.ok ? (away ? 'Seen and notes cannot be read now' : null) : verdict.why;
  };
  const shelved = isShelved(mark, serverNow());
  const seeing = off('Marking alarms as seen');
  const putting = off('Shelving alarms');
  return (
    <div className="mt-3 flex flex-col gap-3">
      <MarkRefusal title="It was not kept" failure={failure} />
      <div className="flex flex-wrap gap-2">
        {mark?.seen ? (
          <Button
            variant="ghost"
            icon={<EyeOff {...ICON} />}
            busy={busy === 'unseen'}
            disabledReason={seeing}
            onClick={() => void say({ deed: 'unseen' })}
          >
            Not seen after all
          </Button>
        ) : (
          <Button
            icon={<Eye {...ICON} />}
            busy={busy === 'seen'}
            disabledReason={seeing}
            onClick={() => void say({ deed: 'seen', why: '' })}
          >
            Mark as seen
          </Button>
        )}
        {!mark?.seen && form === null && (
          <Button variant="ghost" disabledReason={seeing} onClick={() => setForm('seen')}>
            Seen, because…
          </Button>
        )}
        {shelved ? (
          <Button
            icon={<AlarmClock {...ICON} />}
            busy={busy === 'unshelve'}
            disabledReason={putting}
            onClick={() => void say({ deed: 'unshelve' })}
          >
            Unshelve
          </Button>
        ) : (
          form === null && (
            <Button
              variant="ghost"
              icon={<AlarmClock {...ICON} />}
              disabledReason={putting}
              onClick={() => setForm('shelf')}
            >
              Shelve
            </Button>
          )
        )}
      </div>
      {/* Only who may not act reads why without pointing at a button. */}
      {seeing && <p className="text-small text-ink-2">{seeing}</p>}
      {form === 'seen' && !mark?.seen && <SeenForm alarm={alarm} onDone={done} />}
      {form === 'shelf' && !shelved && <ShelfForm alarm={alarm} onDone={done} />}
    </div>
  );
}
