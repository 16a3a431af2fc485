import { Panel } from '@/components/ui/panel';
import { SkeletonBlock, SkeletonRows } from '@/components/ui/skeleton';

/** The shape of a page that is on its way: heading, toolbar, table. Drawn after 300 ms. */
export function PageSkeleton() {
  return (
    <div className="page">
      <SkeletonBlock className="my-2 h-3.5 w-44" />
      <SkeletonBlock className="my-1 w-72" />
      <Panel>
        <SkeletonRows label="Reading" rows={8} />
      </Panel>
    </div>
  );
}
