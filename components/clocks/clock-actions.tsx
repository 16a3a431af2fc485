'use client';
/** Beside the finding: what offsets are held against, and where clocks are configured. */
import { Settings2, SlidersHorizontal } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { laterPart } from '@/components/ui/later-part';

const ThresholdsSheet = laterPart(async () => (await import('./thresholds-sheet')).ThresholdsSheet);
const ICON = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function ClockActions() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<SlidersHorizontal {...ICON} />} onClick={() => setOpen(true)}>
        Thresholds…
      </Button>
      <Link className={buttonClass()} href="/clocks/instances">
        <Settings2 {...ICON} />
        Instances
      </Link>
      {open && <ThresholdsSheet onClose={() => setOpen(false)} />}
    </>
  );
}
