'use client';
/** One section of a comparison: what differs, thing by thing, and folded what two hosts are bound to differ in. */
import { clsx } from 'clsx';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Note } from '@/components/ui/note';
import { Panel } from '@/components/ui/panel';
import type { CompareLine, CompareSection } from '@/lib/domain/declarative/compare';
import { isDifference } from '@/lib/domain/declarative/compare';
import type { Fact } from '@/lib/domain/declarative/facts';
import { SECTION_WORDS } from '@/lib/domain/declarative/section';
import { counted } from '@/lib/domain/words';

type Names = { left: string; right: string };
type Props = { section: CompareSection; names: Names; all: boolean; ways: ReactNode };

export function CompareSectionPanel({
  section: { section, lines, differing, unread },
  names,
  all,
  ways,
}: Props) {
  const shown = lines.filter((line) => isDifference(line) || (all && line.state === 'same'));
  const expected = lines.filter((line) => line.state !== 'same' && line.expected !== null);
  return (
    <Panel
      title={SECTION_WORDS[section]}
      meta={differing === 0 ? 'no difference' : counted(differing, 'difference')}
      actions={ways}
    >
      {unread.map(({ side, part, message }) => (
        <Note
          key={`${side} ${part}`}
          tone="unknown"
          className="mx-3.5 mb-3.5"
          title={`${part} of ${names[side]} could not be read.`}
        >
          What is missing of them may be there. <span className="mono">{message}</span>
        </Note>
      ))}
      {shown.length > 0 && <Lines lines={shown} names={names} />}
      {expected.length > 0 && (
        <details className="group border-line border-t">
          <summary className="flex min-h-8 cursor-pointer items-center gap-1.5 px-3.5 text-ink-2 max-md:min-h-11">
            <ChevronRight size={14} strokeWidth={1.75} aria-hidden className="group-open:rotate-90" />
            {counted(expected.length, 'line')} expected to differ
          </summary>
          <Lines lines={expected} names={names} />
        </details>
      )}
    </Panel>
  );
}

const COLUMNS = 'md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_minmax(0,3fr)]';

function Lines({ lines, names }: { lines: readonly CompareLine[]; names: Names }) {
  return (
    <>
      <p aria-hidden className={clsx('hidden gap-x-4 px-3.5 pb-1 text-ink-3 text-small md:grid', COLUMNS)}>
        <span />
        <span className="mono truncate">{names.left}</span>
        <span className="mono truncate">{names.right}</span>
      </p>
      <ul>
        {lines.map((line, index) => (
          <li
            key={line.key}
            className={clsx('border-line border-t px-3.5 py-1.5', line.state === 'same' && 'text-ink-2')}
          >
            {line.item !== null && line.item !== lines[index - 1]?.item && (
              <h3 className="mono pb-1 font-medium [overflow-wrap:anywhere]">{line.item}</h3>
            )}
            <div className={clsx('grid gap-x-4 gap-y-1', COLUMNS)}>
              <span
                className={clsx(
                  'min-w-0 text-ink-2 [overflow-wrap:anywhere]',
                  line.item !== null && 'md:pl-3',
                )}
              >
                <span>{line.field}</span>
                {line.expected !== null && (
                  <span className="block text-ink-3 text-small">Expected to differ: {line.expected}</span>
                )}
              </span>
              <Value fact={line.left} name={names.left} strong={isDifference(line)} />
              <Value fact={line.right} name={names.right} strong={isDifference(line)} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** `strong`: it differs, and nobody expects it to. */
function Value({ fact, name, strong }: { fact: Fact | null; name: string; strong: boolean }) {
  return (
    <span className="min-w-0">
      {/* A phone has no heads of columns; who listens has none anywhere. */}
      <span className="mr-1.5 text-ink-3 text-small md:sr-only">{name}:</span>
      {fact === null ? (
        <span className="text-ink-3">not set</span>
      ) : (
        <span
          className={clsx(
            'mono [overflow-wrap:anywhere]',
            strong && 'rounded-1 bg-accent-tint px-1 font-medium',
          )}
        >
          {fact.value}
        </span>
      )}
      {fact !== null && fact.line !== null && (
        <span className="ml-1.5 whitespace-nowrap text-ink-3 text-small">line {fact.line}</span>
      )}
    </span>
  );
}
