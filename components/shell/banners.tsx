'use client';

import { RotateCw, Unplug } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useNow } from '@/components/ui/clock';
import { Note } from '@/components/ui/note';
import { Time } from '@/components/ui/time';
import { raiseFirst } from '@/lib/format/words';
import { buildStore } from '@/lib/queries/build';
import { serverNow } from '@/lib/queries/clock';
import { useStore } from '@/lib/queries/store';
import { useRefresh } from '@/lib/queries/view';
import { useViewHealth } from '@/lib/queries/view-failures';
import { useAtRest } from './hand';
import { type Outage, outageOf } from './outage';
import { useLink } from './use-link';

/** What concerns the whole page, above it. The page itself stays as it is, and where it is while a hand is at work on it. */
export function Banners() {
  const health = useViewHealth();
  const link = useLink();
  const { updated, cutOff } = useStore(buildStore);
  const told = useMemo(
    () => ({ outage: outageOf(health, link), updated, cutOff }),
    [health, link, updated, cutOff],
  );
  return <Notes told={told} />;
}

type Told = { outage: Outage | null; updated: boolean; cutOff: boolean };
const NOTHING: Told = { outage: null, updated: false, cutOff: false };

const notesOf = ({ outage, updated, cutOff }: Told): string => `${updated} ${outage !== null && !cutOff}`;
const movesPage = (from: Told, to: Told): boolean => notesOf(from) !== notesOf(to);

function Notes({ told }: { told: Told }) {
  const { outage, updated, cutOff } = useAtRest(told, NOTHING, movesPage);
  if (!outage && !updated) return null;
  return (
    <div className="flex max-w-[1680px] flex-col gap-2 px-(--gutter) pt-4">
      {updated && <UpdatedNote cutOff={cutOff} shown={outage?.shown ?? null} />}
      {outage && !cutOff && <OutageNote outage={outage} />}
    </div>
  );
}

/**
 * A newer console runs. Reloading is the reader's choice: something may be half typed. Often the new console knows
 * none of this page's calls: then the page says that it stands still, and not that nobody answers.
 */
function UpdatedNote({ cutOff, shown }: { cutOff: boolean; shown: Outage['shown'] }) {
  return (
    <Note
      tone="accent"
      live="polite"
      title="The console was updated."
      icon={<RotateCw size={17} strokeWidth={1.75} aria-hidden className="text-accent" />}
      action={<Button onClick={() => window.location.reload()}>Reload</Button>}
    >
      {cutOff ? (
        <>
          This page is from before and stands still.{' '}
          {shown && (
            <>
              You see {shown.subject} from <Time at={shown.asOf} />.{' '}
            </>
          )}
          Nothing can be changed here. What you typed stays until you reload.
        </>
      ) : (
        'This page is from before. Finish what you are typing first.'
      )}
    </Note>
  );
}

function OutageNote({ outage }: { outage: Outage }) {
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const tryNow = async () => {
    setBusy(true);
    await refresh();
    setBusy(false);
  };
  return (
    <Note
      tone="unknown"
      icon={<Unplug size={17} strokeWidth={1.75} aria-hidden className="text-unk-fg" />}
      action={
        <Button busy={busy} onClick={() => void tryNow()}>
          Try now
        </Button>
      }
    >
      <strong role="status">
        {outage.what}{' '}
        {outage.shown && (
          <>
            You see {outage.shown.subject} from <Time at={outage.shown.asOf} />.{' '}
          </>
        )}
      </strong>
      {outage.unknown && `${raiseFirst(outage.unknown)}. `}
      <Countdown to={outage.nextAt} />
    </Note>
  );
}

function Countdown({ to }: { to: number }) {
  useNow(1_000);
  const seconds = Math.ceil((to - serverNow()) / 1_000);
  return <span className="num">{seconds > 0 ? `Trying again in ${seconds} s.` : 'Trying again.'}</span>;
}
