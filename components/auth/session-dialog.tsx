'use client';

import { Timer } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { reportActivity } from '@/lib/queries/session';
import { type SessionClock, useSessionClock, useSessionState } from '@/lib/queries/session-clock';
import { acceptSession, type SessionState } from '@/lib/queries/session-store';
import { useSignOut } from '@/lib/queries/sign-out';
import { SignInAgain } from './sign-in-again';
import { TokenWarning } from './token-warning';

export interface SessionDialogProps {
  onRenewed: () => void;
  idleMinutes: number;
}

/**
 * Over the page, never instead of it: counts down the last two minutes, then asks for the password. What was
 * typed underneath stays where it is. The idle warning may take the focus, since nobody is typing then; the
 * warning about the token must not, so it stands in a corner until it is asked for.
 */
export function SessionDialog({ onRenewed, idleMinutes }: SessionDialogProps) {
  const state = useSessionState();
  const clock = useSessionClock();
  const leave = useSignOut();
  // The end (of which token) that the person answered "Later" or "Sign in again" to.
  const [later, setLater] = useState(0);
  const [asked, setAsked] = useState(0);
  const { view } = state;
  if (!view || clock.phase === 'fine') return null;
  const over = clock.phase === 'over';
  const byToken = clock.reason === 'token';
  if (!over && byToken && asked !== view.endsAt) {
    if (later === view.endsAt) return null;
    return (
      <TokenWarning
        countdown={<Countdown clock={clock} />}
        onSignIn={() => setAsked(view.endsAt)}
        onLater={() => setLater(view.endsAt)}
      />
    );
  }

  const stay = async () => {
    const answer = await reportActivity();
    if (answer.ok) acceptSession(answer.view);
    else if (answer.refusal.code !== 'unavailable') acceptSession(null);
  };
  const put = () => {
    setLater(view.endsAt);
    setAsked(0);
  };

  return (
    <Dialog
      open
      onOpenChange={() => (byToken ? put() : void stay())}
      mayClose={() => !over}
      title={over ? 'You are signed out' : <Countdown clock={clock} />}
    >
      <div className="flex flex-col gap-4">
        <p className="flex gap-2.5">
          <Timer size={18} strokeWidth={1.75} className="mt-0.5 text-ink-3" aria-hidden />
          <span>{sentence(state, clock, idleMinutes)}</span>
        </p>
        {over || byToken ? (
          <SignInAgain
            view={view}
            onRenewed={onRenewed}
            other={
              over ? (
                <a className="btn btn-ghost" href={`/login?callbackUrl=${encodeURIComponent(here())}`}>
                  Someone else
                </a>
              ) : (
                <Button variant="ghost" onClick={put}>
                  Later
                </Button>
              )
            }
          />
        ) : (
          <div className="flex flex-wrap gap-2">
            <Button variant="primary" onClick={stay} data-autofocus>
              Stay signed in
            </Button>
            <Button variant="ghost" onClick={leave}>
              Sign out
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}

function Countdown({ clock }: { clock: SessionClock }) {
  const seconds = Math.ceil(clock.endsInMs / 1000);
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <>
      You are signed out in <span className="num">{text}</span>
    </>
  );
}

function sentence(state: SessionState, clock: SessionClock, idleMinutes: number): string {
  if (state.over === 'ended') {
    return 'The platform no longer accepts this session, or it was ended elsewhere. The page stays as it is.';
  }
  if (clock.reason === 'idle') {
    const minutes = Math.round(idleMinutes - clock.endsInMs / 60_000);
    return minutes < 1
      ? 'No input. Polling does not count.'
      : `No input for ${minutes} minutes. Polling does not count.`;
  }
  return 'The platform limits how long one sign-in lasts. Sign in again to go on; the page stays as it is.';
}

const here = () => `${window.location.pathname}${window.location.search}`;
