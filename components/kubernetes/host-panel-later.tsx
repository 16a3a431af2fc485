'use client';
import { later } from '@/components/ui/later';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { useLater } from '@/components/ui/use-later';
import type { KubeSituation } from '@/lib/domain/kube/situation';

const panel = later(async () => (await import('./host-panel')).HostPanel);

/** The table's code comes after the way of the upgrade, which is what people come for. */
export function HostPanel(props: { situation: KubeSituation; stale: boolean }) {
  const Panel = useLater(panel);
  return Panel ? <Panel {...props} /> : <SkeletonBlock className="h-64" />;
}
