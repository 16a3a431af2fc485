'use client';
/**
 * Switches, hosts and data networks as one drawing. One tab stop; arrows walk along the lines and through a column, Enter
 * pins, Enter again opens details, Escape lets go. The table has the same facts.
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
import type { Topology } from '@/lib/domain/network/topology';
import { stepTo, type TopologyStep } from '@/lib/domain/network/topology-look';
import { TopologyBox } from './topology-box';
import { areaOf, heightOf } from './topology-geometry';
import { TopologyLinks } from './topology-links';
import type { TopologySelection } from './use-topology-trace';

const STEPS: readonly string[] = [
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
] satisfies TopologyStep[];
const isStep = (key: string): key is TopologyStep => STEPS.includes(key);

const KEYS = [
  { keys: ['↑', '↓', '←', '→'], label: 'walk the drawing' },
  { keys: ['Enter'], label: 'follow a box, again for its details' },
];
const COLUMNS = [
  { kind: 'switch', words: 'Heard by LLDP' },
  { kind: 'hosts', words: 'Hosts' },
  { kind: 'network', words: 'Data networks' },
] as const;

const keyAt = (target: EventTarget | null): string | null =>
  (target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset.key : null) ?? null;

/** Hosts that are linked to each box. */
function linkedHosts({ links, byKey }: Topology): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { from, to } of links)
    counts.set(to, (counts.get(to) ?? 0) + (byKey.get(from)?.hosts.length ?? 0));
  return counts;
}

type Props = { topology: Topology; selection: TopologySelection; stale: boolean };

export function TopologyDrawing({ topology, selection, stale }: Props) {
  const { trace, pinned, choose, letGo, setAt } = selection;
  const [current, setCurrent] = useState<string | null>(null);
  const drawing = useRef<HTMLDivElement>(null);
  const help = useId();
  useListedKeys(KEYS, 'page');
  const linked = useMemo(() => linkedHosts(topology), [topology]);
  const networks = topology.nodes.filter(({ kind }) => kind === 'network').length;
  const stop =
    [current, pinned].find((key) => key !== null && topology.byKey.has(key)) ?? topology.nodes[0]?.key;

  const onKeyDown = (event: KeyboardEvent) => {
    const key = keyAt(event.target);
    if (key === null || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape' && letGo()) return event.preventDefault();
    if (!isStep(event.key)) return;
    event.preventDefault();
    const next = stepTo(topology, key, event.key);
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
      aria-label="Drawing"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="panel overflow-x-auto focus-visible:outline-offset-[-2px]"
    >
      <div className={clsx('min-w-[900px] px-3.5 pt-3 pb-3.5', stale && 'grayscale')}>
        <div className="relative mb-2.5 h-4.5 text-small text-ink-3" aria-hidden>
          {COLUMNS.map(({ kind, words }) => (
            <span
              key={kind}
              className="absolute whitespace-nowrap"
              style={{ left: `${areaOf({ kind, row: 0 }, networks).left / 10}%` }}
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
          style={{ height: heightOf(topology.rows, networks) }}
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
          <TopologyLinks topology={topology} trace={trace} />
          {topology.nodes.map((node) => (
            <TopologyBox
              key={node.key}
              node={node}
              linked={linked.get(node.key) ?? 0}
              networks={networks}
              traced={trace.nodes.has(node.key)}
              pinned={node.key === pinned}
              tabStop={node.key === stop}
            />
          ))}
        </div>
      </div>
      <p id={help} className="sr-only">
        Arrow keys lead along the lines and through a column. Enter follows a box, Enter again opens its
        details, Escape lets go. Of long cables only the ends are drawn until they are followed. The table has
        the same facts.
      </p>
    </section>
  );
}
