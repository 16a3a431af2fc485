'use client';

import { Pause, Play, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Time } from '@/components/ui/time';
import { useFreshness } from '@/lib/queries/freshness';
import { pausedStore } from '@/lib/queries/pause';
import { useShortcut } from '@/lib/queries/shortcuts';
import { useStore } from '@/lib/queries/store';
import { useRefresh } from '@/lib/queries/view';

/** How old the page is: a dot while it is live, a dashed ring when it is late, two bars while it is held still. */
export function Freshness() {
  const { state, asOf } = useFreshness();
  const paused = useStore(pausedStore);
  return (
    <p className="freshness">
      {paused ? <Pause size={11} strokeWidth={2} aria-hidden /> : <FreshnessMark state={state} />}
      {asOf === undefined ? (
        <span className="text-unk-fg">not read yet</span>
      ) : (
        <span>
          {paused ? 'paused at' : 'as of'} <Time at={asOf} form="clock" />
          {state === 'late' && !paused && <span className="sr-only">, late</span>}
        </span>
      )}
    </p>
  );
}

function FreshnessMark({ state }: { state: 'live' | 'late' | 'waiting' }) {
  if (state === 'live') {
    return (
      <svg width="9" height="9" viewBox="0 0 9 9" aria-hidden="true">
        <circle cx="4.5" cy="4.5" r="3.5" fill="var(--ok-fill)" />
      </svg>
    );
  }
  return (
    <svg width="9" height="9" viewBox="0 0 9 9" fill="none" aria-hidden="true">
      <circle cx="4.5" cy="4.5" r="3.6" stroke="var(--unk-line)" strokeWidth="1.6" strokeDasharray="2 1.4" />
    </svg>
  );
}

/** Holds the page still, or lets it go on. Shown where there is room, and always while it is held. */
export function PauseButton() {
  const paused = useStore(pausedStore);
  return (
    <IconButton
      label={paused ? 'Go on updating' : 'Pause updates'}
      className={paused ? undefined : 'max-lg:hidden'}
      icon={
        paused ? (
          <Play size={14} strokeWidth={1.75} aria-hidden />
        ) : (
          <Pause size={14} strokeWidth={1.75} aria-hidden />
        )
      }
      onClick={() => pausedStore.set(!paused)}
    />
  );
}

/** Reads everything on the page again, now. Also the key `r`, which only this one button offers. */
export function RefreshButton({ offersKey = false }: { offersKey?: boolean }) {
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const run = async () => {
    if (busy) return;
    setBusy(true);
    setSaid('');
    // Long enough to be seen: an answer from the server's shared reading comes within milliseconds.
    await Promise.all([refresh(), new Promise((resolve) => setTimeout(resolve, 350))]);
    setBusy(false);
    setSaid('Read again');
  };
  return (
    <>
      <IconButton
        label="Refresh now"
        busy={busy}
        icon={<RefreshCw size={14} strokeWidth={1.75} aria-hidden />}
        onClick={() => void run()}
      />
      <span role="status" className="sr-only">
        {said}
      </span>
      {offersKey && <RefreshKey run={() => void run()} />}
    </>
  );
}

function RefreshKey({ run }: { run: () => void }) {
  useShortcut('r', 'Refresh now', 'Everywhere', run);
  return null;
}
