'use client';
import { later } from '@/components/ui/later';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { useLater } from '@/components/ui/use-later';

const processor = later(async () => (await import('./processor-tab')).ProcessorTab);
const memory = later(async () => (await import('./memory-tab')).MemoryTab);

/** The tabs' code comes after the head of the host, which every tab has. */
export function HostProcessor({ hostRef }: { hostRef: string }) {
  const Body = useLater(processor);
  return Body ? <Body hostRef={hostRef} /> : <SkeletonBlock className="h-64" />;
}

export function HostMemory({ hostRef }: { hostRef: string }) {
  const Body = useLater(memory);
  return Body ? <Body hostRef={hostRef} /> : <SkeletonBlock className="h-64" />;
}
