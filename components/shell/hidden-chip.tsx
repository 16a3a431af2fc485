'use client';
/** "3 hidden by suppression": on every view of alarms, so that nobody takes a quiet list for a quiet cloud. */
import Link from 'next/link';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';

/** @param count alarms that this view would show if their types were not suppressed; undefined: unknown. Nothing for 0. */
export function HiddenChip({ count }: { count: number | undefined }) {
  if (!count) return null;
  return (
    <Link
      href="/alarms/suppression?state=suppressed"
      prefetch={false}
      className="pill hover:border-control hover:text-ink max-md:min-h-11"
    >
      <SeverityGlyph severity="suppressed" size={14} />
      {count.toLocaleString('en-GB')} hidden by suppression
    </Link>
  );
}
