'use client';
/**
 * The page that waits while the machine that serves this console reboots. It asks for /api/health by a plain
 * request, because a server action would be lost with the server, and goes away by itself when the console and
 * the platform answer again. Nothing beneath it is unmounted: the person is where they were.
 */
import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useNow } from '@/components/ui/clock';
import { Dialog } from '@/components/ui/dialog';
import { InProgressArc } from '@/components/ui/glyphs/state-glyph';
import { formatDuration } from '@/lib/format/time';

type Props = {
  /** "Waiting for controller-0". */
  title: string;
  /** "This console goes away while controller-0 reboots, about 12 m. The page waits." */
  sentence: string;
  /** What the platform says of it, as last read. */
  task: string | null;
  /** Epoch milliseconds of the browser's clock at which the wait began. */
  since: number;
  /** It went away and is back. */
  onBack: () => void;
  /** The person would rather look at the page. */
  onLeave: () => void;
};

type Reach = 'here' | 'away' | 'platform-away';

const EVERY_MS = 3_000;
const PATIENCE_MS = 5_000;

/** Does the console answer, and does the platform behind it? */
async function look(): Promise<Reach> {
  try {
    const answer = await fetch('/api/health', {
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (answer.ok) return 'here';
    // A gateway in front answers for a console that is gone; only our own report is JSON with a status.
    const report: unknown = await answer.json().catch(() => null);
    return typeof report === 'object' && report !== null && 'status' in report ? 'platform-away' : 'away';
  } catch {
    return 'away';
  }
}

export function ConsoleAway({ title, sentence, task, since, onBack, onLeave }: Props) {
  const reach = useReach(onBack);
  const now = useNow(1_000);
  const words =
    reach === 'away'
      ? 'The console does not answer. It is asked again every few seconds.'
      : reach === 'platform-away'
        ? 'The console answers, the platform does not yet.'
        : (task ?? 'Still here. It can go away at any moment.');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onLeave()}
      title={title}
      footer={
        <Button data-autofocus="" onClick={onLeave}>
          Show the page meanwhile
        </Button>
      }
    >
      <div className="flex items-start gap-3">
        <InProgressArc size={20} />
        <div className="flex min-w-0 flex-col gap-1">
          <p className="text-ink">{sentence}</p>
          <p role="status">{words}</p>
          <p className="text-ink-3">
            Waiting for <span className="tabular-nums">{formatDuration(Math.max(0, now - since))}</span>
          </p>
        </div>
      </div>
    </Dialog>
  );
}

function useReach(onBack: () => void): Reach {
  const [reach, setReach] = useState<Reach>('here');
  const back = useEffectEvent(onBack);
  useEffect(() => {
    let wasAway = false;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    const round = async () => {
      const next = await look();
      if (stopped) return;
      setReach(next);
      if (next === 'here' && wasAway) back();
      else timer = setTimeout(() => void round(), EVERY_MS);
      wasAway ||= next !== 'here';
    };
    timer = setTimeout(() => void round(), EVERY_MS);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, []);
  return reach;
}
