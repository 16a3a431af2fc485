'use client';
import type { ReactNode } from 'react';
import { later } from '@/components/ui/later';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { useLater } from '@/components/ui/use-later';

const body = later(async () => (await import('./host-sensors')).HostSensorsBody);

/** The tab's code comes after the head of the host, which every tab has. @param children what stands beside the counts */
export function HostSensors({ hostRef, children }: { hostRef: string; children: ReactNode }) {
  const Body = useLater(body);
  return Body ? <Body hostRef={hostRef}>{children}</Body> : <SkeletonBlock className="h-64" />;
}
