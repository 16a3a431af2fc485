'use client';
/** What a person wants to know before reading the list: how many, how many of them are new, what they hold up. */
import { useZone } from '@/components/ui/clock';
import { SEVERITIES } from '@/lib/domain/alarm';
import { formatMoment } from '@/lib/format/time';
import type { AlarmSums } from '@/lib/queries/active-alarms';
import { serverNow } from '@/lib/queries/clock';
import type { AlarmRow } from './alarm-row';

type Props = { sums: AlarmSums; rows: readonly AlarmRow[]; since: number | null };

export function AlarmLead({ sums, rows, since }: Props) {
  const zone = useZone();
  const active = SEVERITIES.reduce((sum, severity) => sum + sums.counts[severity], 0);
  const fresh = rows.filter((row) => row.fresh).length;
  const blocking = rows.filter((row) => row.blocksUpgrades && row.state === 'active').length;
  const parts = [
    `${sums.standing.capped ? 'At least ' : ''}${active.toLocaleString('en-GB')} active`,
    ...(fresh > 0 && since !== null
      ? [
          `${fresh.toLocaleString('en-GB')} new since ${formatMoment(since, serverNow(), zone).replace(/(\d\d:\d\d):\d\d$/, '$1')}`,
        ]
      : []),
    ...(blocking > 0
      ? [`${blocking.toLocaleString('en-GB')} ${blocking === 1 ? 'blocks' : 'block'} upgrades`]
      : []),
  ];
  return parts.join(', ');
}
