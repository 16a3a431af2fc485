'use client';
/** What asks for a person, worst first: hosts with their alarms, and alarms that stand on no host. */
import { FindingGlyph } from '@/components/fault/finding-glyph';
import { atLeastWord, type Severity } from '@/lib/domain/alarm';
import { instanceKey } from '@/lib/domain/alarm-mark';
import { type Arrivals, NEW_MS } from '@/lib/domain/alarm-watch';
import type { Finding } from '@/lib/domain/attention';
import { type Rank, rankOrder } from '@/lib/domain/host-trouble';
import { formatAge } from '@/lib/format/time';
import { useActiveAlarms } from '@/lib/queries/active-alarms';
import { useView } from '@/lib/queries/view';
import { useAges, useArrivals, useFindings } from './use-board';
import { useWallNow } from './wall-clock';
import { Moment } from './wall-moment';
import { isLong, wordsOf } from './wall-words';

/** The least rank that still belongs to a floor. What cannot be read may be the worst of all, so it always does. */
const FLOORS: Record<Severity, Rank> = {
  critical: 'unknown',
  major: 'holdover',
  minor: 'out-of-tolerance',
  warning: 'warning',
};

/** More rows are read by nobody. The style sheet lets go of what does not fit. */
const MOST = 12;

export function WorstList({ floor, wide = false }: { floor: Severity; wide?: boolean }) {
  const alarms = useActiveAlarms();
  const hosts = useView('hosts', {});
  const ages = useAges();
  const since = useArrivals();
  const list = useFindings().filter(({ rank }) => rankOrder(rank) <= rankOrder(FLOORS[floor]));
  const unread = [!hosts?.data && 'Hosts', !alarms.sums && 'Alarms'].filter((word) => word !== false);
  return (
    <section className="wall-panel wall-worst" aria-labelledby="wall-worst" data-wide={wide || undefined}>
      <h2 id="wall-worst">
        Worst first
        {list.length > 0 && `, ${atLeastWord(list.length, alarms.sums?.standing.capped ?? false)}`}
        {floor !== 'warning' && `, ${floor} and above`}
        {ages.hosts.dead && !ages.alarms.dead && ages.hosts.asOf !== null && (
          <>
            . Hosts as of <Moment at={ages.hosts.asOf} />
          </>
        )}
      </h2>
      {unread.length > 0 && <p className="wall-none">{unread.join(' and ')} could not be read</p>}
      {list.length === 0 && unread.length === 0 && (
        <p className="wall-none">Nothing. Hosts and alarms were read, and none asks for a person</p>
      )}
      <ol>
        {list.slice(0, wide ? 2 * MOST : MOST).map((finding) => (
          <Row key={finding.key} finding={finding} since={since} />
        ))}
      </ol>
    </section>
  );
}

function Row({ finding, since }: { finding: Finding; since: Arrivals }) {
  const standing = useActiveAlarms().sums?.standing.alarms ?? [];
  const now = useWallNow();
  const { glyph, rank, alarms } = finding;
  const { who, what } = wordsOf(finding, standing);
  const raisedAt = alarms[0]?.raisedAt;
  const fresh =
    alarms[0]?.severity === 'critical' &&
    standing.some(
      (alarm) =>
        alarm.alarmId === alarms[0]?.alarmId &&
        alarm.raisedAt === raisedAt &&
        now - (since.get(instanceKey(alarm)) ?? 0) < NEW_MS,
    );
  return (
    <li className="wall-row" data-rank={rank} data-new={fresh || undefined}>
      <FindingGlyph glyph={glyph} className="wall-glyph-m" />
      {who && <span className="wall-who mono">{who}</span>}
      <span className="wall-what" data-long={isLong(what) || undefined}>
        {what}
      </span>
      <span className="wall-age">{raisedAt === undefined ? '' : formatAge(now - raisedAt)}</span>
    </li>
  );
}
