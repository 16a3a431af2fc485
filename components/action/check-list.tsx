'use client';
/** What the platform will look at, blockers first, each with its source and its way out. */
import { TriangleAlert } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { SkeletonBlock } from '@/components/ui/skeleton';
import type { Check, CheckOutcome } from '@/lib/domain/check';
import type { Failure } from '@/lib/domain/result';
import { counted } from '@/lib/domain/words';
import { numbered } from '@/lib/format/numbered';
import { FoldedRows } from './folded-rows';
import { SheetRow } from './sheet-row';

const SPOKEN: Record<CheckOutcome, string> = {
  block: 'Blocks',
  warn: 'Worth knowing',
  pass: 'Passes',
  unknown: 'Cannot tell',
};

/** More than these stand under one line that opens: what is in order, or cannot be known, must not bury the rest. */
const MOST_SHOWN: Record<CheckOutcome, number> = {
  block: Number.POSITIVE_INFINITY,
  warn: Number.POSITIVE_INFINITY,
  pass: 6,
  unknown: 2,
};
const PASSED = (count: number) => `${counted(count, 'check')} ${count === 1 ? 'passes' : 'pass'}`;
const MORE_PASS = (count: number) => `${count} more ${count === 1 ? 'passes' : 'pass'}`;
const UNTOLD = (count: number) => `Cannot tell ${counted(count, 'check')}. The platform decides`;

type Props = {
  checks: readonly Check[];
  /** Readings that have not come yet. */
  pending: number;
  /** "read at 14:32:08" and the button to read again. */
  meta: ReactNode;
  /** The way out of a blocker: a button, a link, or words. */
  wayOut: (check: Check) => ReactNode;
  /** What the platform said of a check that it refused for. */
  refused?: (failure: Failure) => ReactNode;
  /** What cannot be told stands before what passes, of which the first stay in sight. */
  openFirst?: boolean;
};

/** What can be tried again is not hidden. */
const isRetried = ({ wayOut }: Check): boolean => wayOut?.kind === 'read';
const ORDERS = {
  usual: ['block', 'warn', 'pass', 'unknown'],
  openFirst: ['block', 'warn', 'unknown', 'pass'],
} as const;

export function CheckList({ checks, pending, meta, wayOut, refused, openFirst = false }: Props) {
  const blockers = checks.filter(({ outcome }) => outcome === 'block');
  const others = checks.filter(({ outcome }) => outcome !== 'block');
  const groups =
    blockers.length === 0
      ? [{ title: 'Checks', checks: others }]
      : [
          { title: 'Blocked by', checks: blockers },
          { title: 'Other checks', checks: others },
        ];
  return groups
    .filter((group, index) => index === 0 || group.checks.length > 0)
    .map((group, index, shown) => (
      <Fragment key={group.title}>
        <SheetHeading meta={index === 0 ? meta : undefined}>{group.title}</SheetHeading>
        <ul>
          {ORDERS[openFirst ? 'openFirst' : 'usual'].map((outcome) => {
            const alike = group.checks.filter((check) => check.outcome === outcome);
            const row = (check: Check) => (
              <SheetRow
                key={check.id}
                icon={<CheckIcon outcome={outcome} />}
                title={check.title}
                detail={check.refusal && refused ? refused(check.refusal) : check.detail}
                source={check.source}
                sourceTitle={check.cite}
                strong={outcome === 'block'}
                action={outcome === 'block' || isRetried(check) ? wayOut(check) : undefined}
                autoFocus={check === blockers[0]}
              />
            );
            const most = MOST_SHOWN[outcome];
            const open = alike.filter(isRetried);
            const rest = alike.filter((check) => !isRetried(check));
            const kept =
              rest.length <= most ? rest : openFirst && outcome === 'pass' ? rest.slice(0, most) : [];
            // What is still being read may yet be told.
            const folded = outcome === 'unknown' && pending > 0 ? [] : rest.slice(kept.length);
            const title = outcome === 'pass' ? (kept.length > 0 ? MORE_PASS : PASSED) : UNTOLD;
            return (
              <Fragment key={outcome}>
                {open.map(row)}
                {kept.map(row)}
                {folded.length > 0 && (
                  <FoldedRows icon={<CheckIcon outcome={outcome} />} title={title(folded.length)}>
                    {folded.map(row)}
                  </FoldedRows>
                )}
              </Fragment>
            );
          })}
          {index === shown.length - 1 && <PendingRows count={pending} />}
        </ul>
      </Fragment>
    ));
}

export function SheetHeading({ children, meta }: { children: ReactNode; meta?: ReactNode }) {
  return (
    <div className="flex items-center justify-between gap-3 pt-5 pb-2 first:pt-0">
      <h3 className="text-body font-semibold text-ink">{children}</h3>
      {meta}
    </div>
  );
}

function CheckIcon({ outcome }: { outcome: CheckOutcome }) {
  if (outcome === 'warn') {
    return (
      <TriangleAlert
        size={16}
        strokeWidth={1.75}
        className="text-minor-fg"
        role="img"
        aria-label={SPOKEN.warn}
      />
    );
  }
  const state = outcome === 'block' ? 'failed' : outcome === 'pass' ? 'available' : 'unknown';
  return <StateGlyph state={state} size={16} title={SPOKEN[outcome]} />;
}

/** Of the rows that stand for what is being read: no more of them than these. */
const WIDTHS = ['w-60', 'w-44', 'w-60', 'w-44'] as const;

function PendingRows({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <li>
      <span role="status" aria-label="Reading checks" className="block">
        {numbered(WIDTHS.slice(0, count)).map(({ number, item }) => (
          <span key={number} className="flex items-center gap-2.5 border-t border-line py-[7px]">
            <SkeletonBlock className="size-4 rounded-full" />
            <SkeletonBlock className={`h-2.5 ${item}`} />
          </span>
        ))}
      </span>
    </li>
  );
}
