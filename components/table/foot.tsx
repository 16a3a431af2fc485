import type { ReactNode } from 'react';
import { Kbd } from '@/components/ui/kbd';
import type { KeyHint } from './keys';

const COUNT = new Intl.NumberFormat('en-GB');

/** How many there are, always; how many are shown when a filter hides some; and the keys. */
export function Foot(props: {
  noun: { one: string; many: string };
  shown: number;
  total: number;
  unreadable: number;
  /** New data asks for another order, which waits. */
  waiting: boolean;
  hints: readonly KeyHint[];
  children?: ReactNode;
}) {
  const { noun, shown, total, unreadable } = props;
  const all = `${COUNT.format(total)} ${total === 1 ? noun.one : noun.many}`;
  return (
    <div className="flex h-9 flex-none items-center gap-3 overflow-hidden border-t border-line px-3.5 text-small whitespace-nowrap text-ink-3 max-md:h-auto max-md:min-h-11 max-md:flex-wrap">
      <span role="status" className="tabular-nums">
        {shown === total ? all : `${COUNT.format(shown)} of ${all} shown`}
        {unreadable > 0 && `, ${COUNT.format(unreadable)} cannot be read`}
      </span>
      {props.waiting && <span className="max-lg:hidden">New order waits for the pointer to leave</span>}
      {props.children}
      <span className="flex-1" />
      {props.hints.map((hint) => (
        <span key={hint.label} className="flex items-center gap-1.5 max-md:hidden">
          <Kbd keys={hint.keys} /> {hint.label}
        </span>
      ))}
    </div>
  );
}
