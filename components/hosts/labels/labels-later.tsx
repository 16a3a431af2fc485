'use client';
import { later } from '@/components/ui/later';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { useLater } from '@/components/ui/use-later';

const board = later(async () => (await import('./labels-board')).LabelsBoard);

/** Its code comes after the head of the page. @param origin where people reach this console */
export function Labels({ origin }: { origin: string }) {
  const Board = useLater(board);
  return Board ? <Board origin={origin} /> : <SkeletonBlock className="h-64" />;
}
