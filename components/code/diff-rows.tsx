/** Lines that went and came, with the unchanged ones around them: one column, readable on any screen. */
import { clsx } from 'clsx';
import type { DiffRow } from '@/lib/domain/application/overrides/diff';
import { formatCounted } from '@/lib/format/number';
import { numbered } from '@/lib/format/numbered';
import { LineFrame } from './line-frame';
import { LineNumber, YamlLine } from './yaml-lines';

const LOOK = {
  same: 'border-transparent',
  removed: 'border-crit-fill bg-crit-tint text-ink-2',
  added: 'border-ok-fill bg-ok-tint',
};
const SIGN = { same: ' ', removed: '-', added: '+' };
const SPOKEN = { same: '', removed: 'Gone: ', added: 'New: ' };

export function DiffRows({
  label,
  rows,
  boxed = false,
}: {
  label: string;
  rows: readonly DiffRow[];
  boxed?: boolean;
}) {
  return (
    <LineFrame label={label} boxed={boxed}>
      {numbered(rows).map(({ number, item: row }) => (
        <li key={number}>
          {row.kind === 'folded' ? (
            <span className="block py-0.5 pl-16 text-ink-3">
              {formatCounted(row.count, 'line')} unchanged
            </span>
          ) : (
            <span className={clsx('flex border-l-2 pr-3.5', LOOK[row.kind])}>
              <LineNumber>{row.line}</LineNumber>
              <span
                aria-hidden
                className={clsx(
                  'w-6 flex-none text-center font-medium',
                  row.kind === 'removed' ? 'text-crit-fg' : 'text-ok-fg',
                )}
              >
                {SIGN[row.kind]}
              </span>
              <span className="whitespace-pre">
                <span className="sr-only">{SPOKEN[row.kind]}</span>
                <Line row={row} />
              </span>
            </span>
          )}
        </li>
      ))}
    </LineFrame>
  );
}

function Line({ row }: { row: Exclude<DiffRow, { kind: 'folded' }> }) {
  const [from, to] = row.part ?? [];
  if (row.kind === 'removed') return row.text;
  // What differs within a line is strong; a key stays a key.
  if (from === undefined || to === undefined || from === 0) return <YamlLine text={row.text} />;
  return (
    <>
      <YamlLine text={row.text.slice(0, from)} />
      <strong className="font-semibold">{row.text.slice(from, to)}</strong>
      {row.text.slice(to)}
    </>
  );
}
