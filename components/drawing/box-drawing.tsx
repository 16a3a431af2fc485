'use client';
/**
 * A drawing of boxes and lines between them. One tab stop; arrows walk along the lines and through a column, Enter pins,
 * Enter again opens details, Escape lets go. Whoever draws one shows the same facts as a list or a table too.
 */
import { clsx } from 'clsx';
import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useId,
  useRef,
  useState,
} from 'react';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { isStep, type Step } from '@/lib/domain/drawing/walk';

type Props = {
  label: string;
  /** Its least width as a class: what is narrower scrolls. */
  className: string;
  /** Over it all: what it is, what its marks mean. */
  head?: ReactNode;
  /** Words over the columns, and where those begin in thousandths of the width. */
  heads: readonly { words: string; left: number }[];
  /** Pixels. */
  height: number;
  stale: boolean;
  /** How it is walked, for those who do not see it. */
  help: string;
  /** Keys of the boxes, in the order of reading. */
  keys: readonly string[];
  /** Where a key leads from a box. */
  stepFrom: (key: string, step: Step) => string | undefined;
  selection: {
    pinned: string | null;
    choose: (key: string) => void;
    /** @returns whether there was something to let go */
    letGo: () => boolean;
    /** What hand or keyboard is on; null: nothing. */
    setAt: (key: string | null) => void;
  };
  /** Lines and boxes. A box has its key as `data-key`. @param stop key of the box that Tab leads to */
  children: (stop: string | undefined) => ReactNode;
  /** What stands beside it for those who do not see it. */
  also?: ReactNode;
};

const keyAt = (target: EventTarget | null): string | null =>
  (target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset.key : null) ?? null;

export function BoxDrawing(props: Props) {
  const { keys, stepFrom } = props;
  const { pinned, choose, letGo, setAt } = props.selection;
  const [current, setCurrent] = useState<string | null>(null);
  const drawing = useRef<HTMLDivElement>(null);
  const help = useId();
  const stop = [current, pinned].find((key) => key !== null && keys.includes(key)) ?? keys[0];

  const onKeyDown = (event: KeyboardEvent) => {
    const key = keyAt(event.target);
    if (key === null || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape' && letGo()) return event.preventDefault();
    if (!isStep(event.key)) return;
    event.preventDefault();
    const next = stepFrom(key, event.key);
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
    <ScrollRegion
      aria-label={props.label}
      className="panel overflow-x-auto focus-visible:outline-offset-[-2px]"
    >
      {props.head && <div className="sticky left-0 px-3.5 pt-3">{props.head}</div>}
      <div className={clsx('px-3.5 pt-3 pb-3.5', props.className, props.stale && 'grayscale')}>
        <div className="relative mb-2.5 h-4.5 text-small text-ink-3" aria-hidden>
          {props.heads.map(({ words, left }) => (
            <span key={words} className="absolute whitespace-nowrap" style={{ left: `${left / 10}%` }}>
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
          style={{ height: props.height }}
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
          {props.children(stop)}
        </div>
      </div>
      <p id={help} className="sr-only">
        {props.help}
      </p>
      {props.also}
    </ScrollRegion>
  );
}
