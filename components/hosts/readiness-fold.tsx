'use client';
/** One host of several under a line that opens: what the platform looks at is read when somebody opens it. */
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { type Host, hostName } from '@/lib/domain/host';
import { ReadinessLines } from './readiness-list';

export function ReadinessFold({ host }: { host: Host }) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <button
        type="button"
        aria-expanded={open}
        className="link-quiet flex items-center gap-1 pb-1.5 pl-[26px] text-small text-ink-2 hover:text-ink max-md:min-h-11"
        onClick={() => setOpen(!open)}
      >
        Checks of {hostName(host)}
        <ChevronRight
          size={14}
          strokeWidth={1.75}
          aria-hidden
          className={open ? 'rotate-90 text-ink-3' : 'text-ink-3'}
        />
      </button>
      {open && <ReadinessLines host={host} />}
    </li>
  );
}
