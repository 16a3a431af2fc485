import { formatFull } from '@/lib/format/time';
import { ScrollRegion } from './scroll-region';
import { rowLook, type TimelineRow } from './timeline-row';

/** The same facts in words: for screen readers, and behind "Show as table" for everybody. */
export function TimelineTable({ rows, zone }: { rows: readonly TimelineRow[]; zone: string }) {
  const spans = rows.flatMap((row) => row.spans.map((span) => ({ ...span, row: rowLook(row).label })));
  if (spans.length === 0) return null;
  return (
    <details className="mt-2 text-small">
      <summary className="cursor-pointer text-ink-3">Show as table</summary>
      <ScrollRegion className="mt-2 max-h-80 overflow-auto" aria-label="The timeline as a table">
        <table className="w-full">
          <thead>
            <tr className="text-left text-ink-3">
              <th scope="col" className="pr-4 font-medium">
                What
              </th>
              <th scope="col" className="pr-4 font-medium">
                From
              </th>
              <th scope="col" className="pr-4 font-medium">
                To
              </th>
              <th scope="col" className="font-medium">
                Reason
              </th>
            </tr>
          </thead>
          <tbody>
            {spans
              .sort((a, b) => b.from - a.from)
              .map((span) => (
                <tr key={`${span.row} ${span.key}`} className="align-top">
                  <td className="pr-4">{span.row}</td>
                  <td className="pr-4 tabular-nums">{formatFull(span.from, zone)}</td>
                  <td className="pr-4 tabular-nums">
                    {span.to === null ? 'Still so' : formatFull(span.to, zone)}
                  </td>
                  <td>{span.title}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
