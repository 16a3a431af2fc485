'use client';
/**
 * The lanes: from who is at the other end of a cable to what the host does with it. One tab stop; arrows walk along the lines
 * and through a column, Enter pins, Enter again opens details, Escape lets go. The same is in a list for those who hear it.
 */
import { clsx } from 'clsx';
import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useListedKeys } from '@/components/table/use-table-keys';
import { pathsOf, type Step, stepFrom } from '@/lib/domain/network/lane-trace';
import { LANE_COLUMNS } from '@/lib/domain/network/lanes';
import { boxWords, LaneBox } from './lane-box';
import { columnLeft, drawingHeight } from './lane-geometry';
import { LaneLinks } from './lane-links';
import type { HostNetworkModel } from './use-host-network';
import type { Selection } from './use-selection';

const STEPS: readonly string[] = [
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
] satisfies Step[];
const isStep = (key: string): key is Step => STEPS.includes(key);

const KEYS = [
  { keys: ['↑', '↓', '←', '→'], label: 'walk the lanes' },
  { keys: ['Enter'], label: 'follow a box, again for its details' },
];

const keyAt = (target: EventTarget | null): string | null =>
  (target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset.key : null) ?? null;

type Props = { model: HostNetworkModel; selection: Selection; stale: boolean };

export function LaneDiagram({ model: { lanes, faults }, selection, stale }: Props) {
  const { trace, pinned, hits, choose, letGo, setAt } = selection;
  const [current, setCurrent] = useState<string | null>(null);
  const drawing = useRef<HTMLDivElement>(null);
  const help = useId();
  useListedKeys(KEYS, 'page');
  const stop = [current, pinned].find((key) => key !== null && lanes.byKey.has(key)) ?? lanes.nodes[0]?.key;

  const onKeyDown = (event: KeyboardEvent) => {
    const key = keyAt(event.target);
    if (key === null || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape' && letGo()) return event.preventDefault();
    if (!isStep(event.key)) return;
    event.preventDefault();
    const next = stepFrom(lanes, key, event.key);
    if (next === undefined) return;
    drawing.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(next)}"]`)?.focus();
  };
  const onFocus = (event: FocusEvent) => {
    const key = keyAt(event.target);
    setCurrent(key);
    // A press with the pointer focuses too: that is no walk.
    if (event.target.matches(':focus-visible')) setAt(key);
  };
  const onPointer = (event: PointerEvent) => {
    if (event.pointerType === 'mouse') setAt(keyAt(event.target));
  };

  return (
    <section
      aria-label="Lanes"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="panel overflow-x-auto focus-visible:outline-offset-[-2px]"
    >
      <div className={clsx('min-w-[940px] px-3.5 pt-3 pb-3.5', stale && 'grayscale')}>
        <div className="relative mb-2.5 h-4.5 text-small text-ink-3" aria-hidden>
          {LANE_COLUMNS.map((words, column) => (
            <span
              key={words}
              className="absolute whitespace-nowrap"
              style={{ left: `${columnLeft(column) / 10}%` }}
            >
              {words}
            </span>
          ))}
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form */}
        <div
          ref={drawing}
          role="group"
          aria-label="Boxes"
          aria-describedby={help}
          className="relative"
          style={{ height: drawingHeight(lanes.rows) }}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          onBlur={() => setAt(null)}
          onPointerOver={onPointer}
          onPointerLeave={() => setAt(null)}
          onClick={(event) => {
            const key = keyAt(event.target);
            if (key !== null) choose(key);
          }}
        >
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
        </div>
      </div>
      <p id={help} className="sr-only">
        Arrow keys lead along the lines and through a column. Enter follows a box to both ends, Enter again
        opens its details, Escape lets go.
      </p>
      <PathList model={{ lanes, faults }} />
    </section>
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
