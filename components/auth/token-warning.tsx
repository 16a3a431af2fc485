import { Timer } from 'lucide-react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '@/components/ui/button';

/**
 * In the corner, without taking the focus: somebody may be in the middle of a word. Above an open sheet too, and
 * outside of the part of the page that a sheet hides from readers.
 */
export function TokenWarning(props: { countdown: ReactNode; onSignIn: () => void; onLater: () => void }) {
  return createPortal(
    <section
      aria-label="Session"
      data-above-modals
      className="pointer-events-auto fixed right-4 bottom-4 z-60 flex w-80 max-w-[calc(100vw-2rem)] gap-3 rounded-3 bg-raised p-3.5 shadow-pop max-md:bottom-20"
    >
      <Timer size={18} strokeWidth={1.75} className="mt-px text-ink-3" aria-hidden />
      <div className="flex flex-col gap-1">
        <strong className="font-semibold">{props.countdown}</strong>
        <span role="status" className="text-ink-2">
          The platform limits how long one sign-in lasts.
        </span>
        <div className="mt-1.5 flex gap-2">
          <Button onClick={props.onSignIn}>Sign in again</Button>
          <Button variant="ghost" onClick={props.onLater}>
            Later
          </Button>
        </div>
      </div>
    </section>,
    document.body,
  );
}
