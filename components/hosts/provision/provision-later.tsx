'use client';
import { later } from '@/components/ui/later';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { useLater } from '@/components/ui/use-later';

const body = later(async () => (await import('./provision')).ProvisionBody);

/** The tab's code comes after the head of the host, which every tab has. */
export function HostProvision({ hostRef }: { hostRef: string }) {
  const Body = useLater(body);
  return Body ? <Body hostRef={hostRef} /> : <SkeletonBlock className="h-64" />;
}
