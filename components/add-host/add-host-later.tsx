'use client';
import { Page } from '@/components/shell/page';
import { later } from '@/components/ui/later';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { useLater } from '@/components/ui/use-later';

const body = later(async () => (await import('./add-host')).AddHostGuide);

/** The guide's code comes after the frame of the console, which every page has. */
export function AddHost() {
  const Body = useLater(body);
  return <Page>{Body ? <Body /> : <SkeletonBlock className="h-64" />}</Page>;
}
