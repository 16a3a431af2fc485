'use client';
/** Servers of a host that follows NTP. What the platform says of one is an alarm; that there is none is all it says. */
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { Panel } from '@/components/ui/panel';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import type { Alarm } from '@/lib/domain/alarm';
import type { ClockRow } from '@/lib/domain/clock/clock-row';
import { ntpHealth } from '@/lib/domain/clock/ntp-health';
import { useView } from '@/lib/queries/view';

export function HostNtp({ row }: { row: ClockRow }) {
  const servers = useView('ntpServers', {});
  const alarms = useView('alarms', {});
  if (!servers?.data) {
    return (
      <Panel title="NTP servers" padded>
        {servers?.error ? (
          <p className="text-unk-fg">
            Unknown. <span className="mono">{servers.error.message}</span>
          </p>
        ) : (
          <SkeletonBlock className="h-16" />
        )}
      </Panel>
    );
  }
  const known = alarms?.data !== undefined && !alarms.error;
  const health = ntpHealth(row.host, servers.data, alarms?.data?.alarms ?? []);
  return (
    <Panel title="NTP servers" meta="Of the whole cloud" padded>
      <ul className="flex flex-col gap-2">
        {health.onHost.map((alarm) => (
          <li key={alarm.id}>
            <Said alarm={alarm} />
          </li>
        ))}
        {health.servers.map(({ server, configured, alarm }) => (
          <li key={server} className="grid gap-x-4 gap-y-0.5 md:grid-cols-[minmax(9rem,14rem)_minmax(0,1fr)]">
            <span className="mono [overflow-wrap:anywhere]">
              {server}
              {!configured && (
                <span className="text-ink-3"> not in the list; it may be behind one of its names</span>
              )}
            </span>
            {alarm ? (
              <Said alarm={alarm} />
            ) : known ? (
              <span className="text-ink-3">No alarm 100.114</span>
            ) : (
              <span className="text-unk-fg">Unknown</span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Said({ alarm: { severity, reason, raisedAt, alarmId, suppressed } }: { alarm: Alarm }) {
  return (
    <span className="flex min-w-0 items-start gap-1.5">
      <SeverityGlyph severity={severity} size={15} title={severity} />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        {reason}
        <span className="text-ink-3">
          {' '}
          <span className="mono">{alarmId}</span>, <Time at={raisedAt} form="age" />
          {suppressed && ', hidden by suppression'}
        </span>
      </span>
    </span>
  );
}
