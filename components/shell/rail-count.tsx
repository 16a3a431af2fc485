'use client';

import { useNow } from '@/components/ui/clock';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { atLeastWord } from '@/lib/domain/alarm';
import { serverNow } from '@/lib/queries/clock';
import { isStale } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';
import type { NavItem } from './nav';
import { worstSeverity } from './title';
import { useTally } from './use-tally';

/** The number beside a place. Nothing while it is not known. */
export function RailCount({ of }: { of: NonNullable<NavItem['count']> }) {
  return of === 'hosts' ? <HostCount /> : <AlarmCount />;
}

function HostCount() {
  const seen = useView('hosts', {});
  useNow(10_000);
  if (!seen?.data) return null;
  const { hosts, unreadable } = seen.data;
  return (
    <span className="rail-count rail-only-wide" data-stale={isStale(seen, serverNow()) || undefined}>
      {(hosts.length + unreadable.length).toLocaleString('en-GB')}
    </span>
  );
}

/** How many of the worst severity. */
function AlarmCount() {
  const { counts, stale, capped } = useTally();
  const worst = worstSeverity(counts, false);
  if (!counts || worst === 'none' || worst === 'unknown') return null;
  return (
    <span className="rail-count rail-only-wide" data-stale={stale || undefined}>
      <SeverityGlyph severity={worst} size={13} title={worst} />
      {atLeastWord(counts[worst], capped)}
    </span>
  );
}
