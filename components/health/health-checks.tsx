/** The checks of a health report, those that fail first; those that pass fold away where they are many. */
import Link from 'next/link';
import { FoldedRows } from '@/components/action/folded-rows';
import { SheetRow } from '@/components/action/sheet-row';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { Note } from '@/components/ui/note';
import {
  byOutcome,
  type HealthCheck,
  type HealthOutcome,
  type HealthReport,
} from '@/lib/domain/health/health-report';
import { formatCounted } from '@/lib/format/number';
import { numbered } from '@/lib/format/numbered';
import { HealthDetails } from './health-details';

const GLYPHS = { fail: 'failed', unknown: 'unknown', pass: 'available' } as const;
const SPOKEN: Record<HealthOutcome, string> = { fail: 'Fails', unknown: 'Cannot tell', pass: 'Passes' };

/** More passing checks than these stand under one line that opens. */
const MOST_PASSED = 4;

export function HealthChecks({ report }: { report: HealthReport }) {
  const checks = byOutcome(report.checks);
  const passed = checks.filter(({ outcome }) => outcome === 'pass');
  const folded = passed.length > MOST_PASSED && passed.length < checks.length;
  const rows = (list: readonly HealthCheck[]) =>
    numbered(list).map(({ number, item }) => <CheckRow key={number} check={item} />);
  return (
    <>
      <ul aria-label="Checks">
        {rows(folded ? checks.filter(({ outcome }) => outcome !== 'pass') : checks)}
        {folded && (
          <FoldedRows
            icon={<StateGlyph state="available" size={16} title={SPOKEN.pass} />}
            title={`${formatCounted(passed.length, 'check')} pass`}
          >
            {rows(passed)}
          </FoldedRows>
        )}
      </ul>
      {report.stray.length > 0 && (
        <Note tone="unknown" title="The platform also says:">
          {numbered(report.stray).map(({ number, item: line }) => (
            <span key={number} className="mono block whitespace-pre-wrap [overflow-wrap:anywhere]">
              {line}
            </span>
          ))}
        </Note>
      )}
    </>
  );
}

function CheckRow({ check: { title, outcome, word, details, href } }: { check: HealthCheck }) {
  return (
    <SheetRow
      icon={<StateGlyph state={GLYPHS[outcome]} size={16} title={SPOKEN[outcome]} />}
      title={outcome === 'unknown' ? `${title}: ${word || 'nothing'}` : title}
      strong={outcome === 'fail'}
      detail={details.length > 0 && <HealthDetails details={details} />}
      action={
        outcome !== 'pass' &&
        href !== null && (
          <Link
            className="link inline-block max-md:py-3"
            href={href}
            aria-label={`Open what "${title}" is about`}
          >
            Open
          </Link>
        )
      }
    />
  );
}
