'use client';
import { later } from '@/components/ui/later';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { useLater } from '@/components/ui/use-later';

const body = later(async () => (await import('./compare-board')).CompareBoardBody);

/** Its code comes after the head of the page. */
export function CompareBoard() {
  const Body = useLater(body);
  return Body ? <Body /> : <SkeletonBlock className="h-64" />;
}
