'use client';

import { type MouseEvent, type ReactNode, useState } from 'react';

const STEP = 60;

/**
 * Rows as cards, for phones. The whole card is one link or button; long lists come in steps, since a phone has no use
 * for a thousand cards.
 */
export function Cards(props: {
  label: string;
  keys: readonly string[];
  hrefOf: (key: string) => string | undefined;
  onOpen: ((key: string) => void) | null;
  card: (key: string) => ReactNode;
  open: string | null;
}) {
  const [limit, setLimit] = useState(STEP);
  const more = props.keys.length - limit;
  const box =
    'block w-full rounded-3 border border-line bg-surface px-3.5 py-3 text-left min-h-11 aria-[current=true]:bg-selected';
  return (
    <>
      <ul aria-label={props.label} className="flex flex-col gap-2">
        {props.keys.slice(0, limit).map((key) => {
          const { onOpen } = props;
          const href = props.hrefOf(key);
          const current = props.open === key ? 'true' : undefined;
          const click = (event: MouseEvent) => {
            if (!onOpen || event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            onOpen(key);
          };
          return (
            <li key={key}>
              {href !== undefined ? (
                <a href={href} onClick={click} aria-current={current} className={box}>
                  {props.card(key)}
                </a>
              ) : onOpen ? (
                <button type="button" onClick={click} aria-current={current} className={box}>
                  {props.card(key)}
                </button>
              ) : (
                <div className={box}>{props.card(key)}</div>
              )}
            </li>
          );
        })}
      </ul>
      {more > 0 && (
        <button
          type="button"
          className="mt-2 min-h-11 w-full rounded-2 border border-line text-ink-2"
          onClick={() => setLimit(limit + STEP)}
        >
          Show {Math.min(STEP, more)} more of {more}
        </button>
      )}
    </>
  );
}
