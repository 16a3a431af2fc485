'use client';
/** The middle of the board: one panel at a time. */
import type { Severity } from '@/lib/domain/alarm';
import type { WallPanel } from '@/lib/url/wall-state';
import { Changes } from './changes';
import { WallHosts } from './host-tiles';
import { WallTiming } from './timing';
import { WorstList } from './worst-list';

/** Tiles that the style sheet has room for, beside the list and alone. */
const TILES = { beside: { all: 20, worst: 8 }, alone: { all: 60, worst: 32 } };

export function WallMiddle({ panel, floor }: { panel: WallPanel; floor: Severity }) {
  switch (panel) {
    case 'alarms':
      return (
        <div className="wall-middle" data-panel="alarms">
          <WorstList floor={floor} wide />
        </div>
      );
    case 'hosts':
      return (
        <div className="wall-middle" data-panel="hosts">
          <WallHosts room={TILES.alone} />
        </div>
      );
    case 'changes':
      return (
        <div className="wall-middle" data-panel="changes">
          <Changes floor={floor} most={16} wide />
        </div>
      );
    case 'overview':
      return (
        <div className="wall-middle" data-panel="overview">
          <WorstList floor={floor} />
          <div className="wall-side">
            <WallHosts room={TILES.beside} />
            <WallTiming />
          </div>
        </div>
      );
  }
}
