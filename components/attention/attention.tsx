'use client';
/** Listens on every page, and says what it is doing where somebody has to know: it rings, or the browser keeps it quiet. */
import { BellRing, VolumeX } from 'lucide-react';
import Link from 'next/link';
import { overlayStore } from '@/components/shell/shell-store';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { Dialog } from '@/components/ui/dialog';
import { counted } from '@/lib/domain/words';
import { attentionState, silence } from '@/lib/queries/attention-state';
import { useAttentionTaste } from '@/lib/queries/attention-taste';
import { useStore } from '@/lib/queries/store';
import { AttentionSettings } from './attention-settings';
import { useBell } from './use-bell';

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;
const BAR =
  'fixed bottom-5 left-[calc(var(--sidebar)+16px)] z-30 flex max-w-[calc(100vw-var(--sidebar)-32px)] items-center gap-3 rounded-3 bg-raised py-2 pr-2 pl-3.5 shadow-pop max-md:right-2 max-md:bottom-20 max-md:left-2 max-md:max-w-none';

export function Attention() {
  useBell();
  const overlay = useStore(overlayStore);
  const { ringing, sound } = useStore(attentionState);
  const { sound: severities } = useAttentionTaste();
  return (
    <>
      {ringing.length > 0 ? (
        <section aria-label="Sound" className={BAR}>
          <BellRing {...ICON} className="flex-none text-crit-fg" />
          <span role="status" className="min-w-0 flex-1">
            {counted(ringing.length, 'critical alarm')} not seen, sounding
          </span>
          <Link className={buttonClass()} href={hrefOf(ringing)} prefetch={false}>
            Open
          </Link>
          <Button onClick={silence}>Silence</Button>
        </section>
      ) : (
        sound === 'blocked' &&
        severities.length > 0 && (
          <section aria-label="Sound" className={BAR}>
            <VolumeX {...ICON} className="flex-none text-minor-fg" />
            <span role="status">
              Sound is on, but this browser keeps it back until you click or press a key here
            </span>
          </section>
        )
      )}
      {overlay === 'attention' && (
        <Dialog
          open
          onOpenChange={(open) => !open && overlayStore.set(null)}
          title="Sound and notifications"
          footer={
            <Button size="large" onClick={() => overlayStore.set(null)}>
              Close
            </Button>
          }
        >
          <AttentionSettings />
        </Dialog>
      )}
    </>
  );
}

const hrefOf = ([only, ...more]: readonly string[]): string =>
  only !== undefined && more.length === 0 ? `/alarms?open=${encodeURIComponent(only)}` : '/alarms';
