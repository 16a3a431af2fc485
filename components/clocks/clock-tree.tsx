'use client';
/** The tree with what stands above and below it, and the open clock beside it. Fetched after the first paint. */
import { type ReactNode, useRef } from 'react';
import { SkeletonRows } from '@/components/ui/skeleton';
import type { StateBand } from '@/lib/domain/clock/state-band';
import type { Clocks } from '@/lib/queries/clocks';
import { TreeTools } from './clock-tools';
import { NoPtp } from './clocks-failed';
import { SyncTreeGrid } from './sync-tree';
import { TreeFoot } from './tree-foot';

export function ClockTree(props: {
  clocks: Clocks;
  bands: ReadonlyMap<string, StateBand> | undefined;
  stale: boolean;
  beside: boolean;
  drawer: ReactNode;
}) {
  const { clocks, bands, stale, beside, drawer } = props;
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <TreeTools rows={clocks.rows} search={field} />
      <div className="flex min-h-0 flex-[0_1_auto] gap-3">
        <div className="flex min-h-0 min-w-0 flex-1 flex-col overflow-hidden rounded-3 border border-line bg-surface">
          {clocks.finding.ptp === 0 ? (
            <NoPtp ntp={clocks.tree.ntp.length} />
          ) : clocks.placed ? (
            <SyncTreeGrid clocks={clocks} bands={bands} beside={beside} stale={stale} search={field} />
          ) : (
            <SkeletonRows label="Reading whom ports hear" rows={8} columns={[34, 18, 8, 12, 10, 18]} />
          )}
          {clocks.placed && <TreeFoot clocks={clocks} />}
        </div>
        {drawer}
      </div>
    </>
  );
}
