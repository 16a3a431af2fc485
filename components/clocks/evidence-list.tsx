'use client';
/** What was said, by whom, and how old it is; then what none of it is based on. */
import Link from 'next/link';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { Time } from '@/components/ui/time';
import type { ClockRow } from '@/lib/domain/clock/clock-row';
import type { Evidence } from '@/lib/domain/clock/host-clock';
import type { Clocks } from '@/lib/queries/clocks';

const SOURCES: Record<Evidence['source'], string> = {
  alarm: 'Alarm',
  live: 'Live',
  inventory: 'Inventory',
  configuration: 'Configuration',
};

export function EvidenceList({ row, clocks }: { row: ClockRow; clocks: Clocks }) {
  const { evidence, role } = row.clock;
  const trouble = clocks.live?.sources.find(
    ({ hosts, trouble: why }) => why !== null && (hosts === null || hosts.includes(row.host)),
  );
  return (
    <dl className="kv text-small">
      {evidence.map((one) => (
        <Line
          key={[one.source, one.sourceName, one.what, ...Object.values(one.refers)].join(' ')}
          one={one}
        />
      ))}
      {evidence.length === 0 && (
        <>
          <dt>Alarms</dt>
          <dd>Fault management was asked: no alarm 100.119 or 100.114 stands on this host</dd>
        </>
      )}
      {trouble && (
        <>
          <dt>Live</dt>
          <dd className="text-unk-fg">
            {trouble.sourceName}: {trouble.trouble}
          </dd>
        </>
      )}
      {role && (
        <>
          <dt>Role</dt>
          <dd>
            <span className="first-letter:uppercase">{role.words}</span>
            <span className="block text-ink-3">{role.why.join(', ')}</span>
          </dd>
        </>
      )}
      <dt>Source</dt>
      <dd>
        {row.source ?? <span className="text-unk-fg">Not known</span>}
        {row.via && (
          <>
            {' '}
            by <span className="mono">{row.via}</span>
          </>
        )}
        {row.port && (
          <>
            , port <span className="mono">{row.port}</span>
          </>
        )}
      </dd>
    </dl>
  );
}

function Line({ one }: { one: Evidence }) {
  const { refers } = one;
  return (
    <>
      <dt>{SOURCES[one.source]}</dt>
      <dd className={one.stale ? 'text-unk-fg' : undefined}>
        {refers.alarm !== null && refers.alarmId !== null ? (
          <Link className="link link-in-text" href={`/alarms?open=${encodeURIComponent(refers.alarm)}`}>
            {refers.severity && (
              <SeverityGlyph
                severity={one.suppressed ? 'suppressed' : refers.severity}
                size={14}
                title={refers.severity}
                className="mr-1.5 inline-block align-[-2px]"
              />
            )}
            <span className="mono">{refers.alarmId}</span> {one.what}
          </Link>
        ) : (
          <span className={one.source === 'live' ? 'mono' : undefined}>{one.what}</span>
        )}
        <span className="text-ink-3">
          {refers.instance && (
            <>
              , <span className="mono">{refers.instance}</span>
            </>
          )}
          {refers.interface && (
            <>
              , <span className="mono">{refers.interface}</span>
            </>
          )}
          {one.at !== null && (
            <>
              , <Time at={one.at} form="age" /> {one.source === 'live' ? 'old' : 'ago'}
            </>
          )}
          , {one.sourceName}
          {one.suppressed && '. Hidden by suppression: it counts here'}
          {one.stale && '. Too old to count'}
        </span>
      </dd>
    </>
  );
}
