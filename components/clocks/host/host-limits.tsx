'use client';
/** What the platform raises alarms at, beside what the site's budget allows: two different questions. */
import { Panel } from '@/components/ui/panel';
import type { ClockRow } from '@/lib/domain/clock/clock-row';
import { DEFAULT_LIMITS, isMeasured, REFERENCE_LINES } from '@/lib/domain/clock/thresholds';
import { formatOffset } from '@/lib/format/number';
import { useReferenceLine } from '../reference-line';

const plain = (ns: number) => `±${formatOffset(ns).replace('+', '')}`;

export function HostLimits({ row: { clock } }: { row: ClockRow }) {
  const chosen = useReferenceLine();
  const timed = clock.instances.filter(isMeasured);
  const own = timed.length > 0 ? timed : [{ id: '', name: 'platform default', limits: DEFAULT_LIMITS }];
  const lines = [
    ...own.flatMap(({ id, name, limits }) => [
      { key: `${id} minor`, what: 'Minor alarm over', of: name, ns: limits.minorNs },
      { key: `${id} major`, what: 'Major alarm over', of: name, ns: limits.majorNs },
    ]),
    ...REFERENCE_LINES.map(({ name, what, ns }) => ({ key: name, what, of: name, ns })),
  ];
  const offset = clock.offset;
  return (
    <Panel title="Limits" meta="The platform’s, then telecom lines" padded>
      <table className="w-full text-small">
        <thead className="text-left text-ink-3">
          <tr className="*:py-1 *:font-medium">
            <th>Limit</th>
            <th>Of</th>
            <th className="text-right">Offset</th>
            <th className="text-right">Now</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, what, of, ns }) => (
            <tr key={key} className="*:border-t *:border-hair *:py-1.5 *:pr-2 *:align-top">
              <td className="text-ink-2">{what}</td>
              <td className="mono">
                {of}
                {of === chosen.name && <span className="text-ink-3"> (chosen)</span>}
              </td>
              <td className="mono text-right whitespace-nowrap">{plain(ns)}</td>
              <td className="text-right pr-0! whitespace-nowrap">
                {offset === null ? (
                  <span className="text-unk-fg">No reading</span>
                ) : Math.abs(offset.ns) > ns ? (
                  <b className="font-medium">Over</b>
                ) : offset.atLeast ? (
                  <span className="text-unk-fg">Unknown</span>
                ) : (
                  'Inside'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
