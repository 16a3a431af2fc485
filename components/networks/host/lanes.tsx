'use client';
/** The lanes: from who is at the other end of a cable to what the host does with it. The same is in a list for those who hear it. */
import { useMemo } from 'react';
import { BoxDrawing } from '@/components/drawing/box-drawing';
import { useListedKeys } from '@/components/table/use-table-keys';
import { pathsOf, stepFrom } from '@/lib/domain/drawing/trace';
import { LANE_COLUMNS } from '@/lib/domain/network/lanes';
import { boxWords, LaneBox } from './lane-box';
import { columnLeft, drawingHeight } from './lane-geometry';
import { LaneLinks } from './lane-links';
import type { HostNetworkModel } from './use-host-network';
import type { Selection } from './use-selection';

const KEYS = [
  { keys: ['↑', '↓', '←', '→'], label: 'walk the lanes' },
  { keys: ['Enter'], label: 'follow a box, again for its details' },
];
const HEADS = LANE_COLUMNS.map((words, column) => ({ words, left: columnLeft(column) }));
const HELP =
  'Arrow keys lead along the lines and through a column. Enter follows a box to both ends, Enter again opens its details, Escape lets go.';

type Props = { model: HostNetworkModel; selection: Selection; stale: boolean };

export function LaneDiagram({ model: { lanes, faults }, selection, stale }: Props) {
  const { trace, pinned, hits } = selection;
  useListedKeys(KEYS, 'page');
  return (
    <BoxDrawing
      label="Lanes"
      className="min-w-[940px]"
      heads={HEADS}
      height={drawingHeight(lanes.rows)}
      stale={stale}
      help={HELP}
      keys={lanes.nodes.map(({ key }) => key)}
      stepFrom={(key, step) => stepFrom(lanes, key, step)}
      selection={selection}
      also={<PathList model={{ lanes, faults }} />}
    >
      {(stop) => (
        <>
          <LaneLinks lanes={lanes} trace={trace} />
          {lanes.nodes.map((node) => (
            <LaneBox
              key={node.key}
              node={node}
              fault={faults.get(node.key)}
              traced={trace.nodes.has(node.key)}
              hit={hits?.has(node.key) ?? false}
              pinned={node.key === pinned}
              tabStop={node.key === stop}
            />
          ))}
        </>
      )}
    </BoxDrawing>
  );
}

/** Every way through the lanes in words. */
function PathList({ model: { lanes, faults } }: { model: Pick<HostNetworkModel, 'lanes' | 'faults'> }) {
  const paths = useMemo(() => pathsOf(lanes), [lanes]);
  return (
    <ul aria-label="Ways through the lanes" className="sr-only">
      {paths.map((path) => (
        <li key={path.map(({ key }) => key).join(' ')}>
          {path.map((node) => boxWords(node, faults.get(node.key))).join('; ')}
        </li>
      ))}
    </ul>
  );
}
