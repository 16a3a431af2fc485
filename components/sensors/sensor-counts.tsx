'use client';
/** How many sensors say what. The figures add up: what is suppressed counts as nothing else. */
import { RotateCw } from 'lucide-react';
import { SensorGlyph } from '@/components/ui/glyphs/sensor-glyph';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { Panel } from '@/components/ui/panel';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { countSensors } from '@/lib/domain/sensor/sensor';
import { relearnVerdict } from '@/lib/domain/sensor/sensor-rules';
import { formatCount } from '@/lib/format/number';
import { SensorButton } from './sensor-button';
import type { SensorsSeen } from './use-host-sensors';

const FIGURES = [
  ['critical', 'Critical'],
  ['major', 'Major'],
  ['minor', 'Minor'],
  ['unknown', 'Unknown'],
  ['ok', 'In order'],
] as const;

export function SensorCountsPanel({ seen: { host, sensors } }: { seen: SensorsSeen }) {
  const rows = sensors?.data?.rows;
  const counts = rows && countSensors(rows);
  return (
    <Panel
      title="Sensors"
      meta={counts === undefined ? undefined : `${formatCount(counts.total)} in all`}
      actions={
        <SensorButton
          hostId={host.id}
          job={{ job: 'relearn' }}
          verdict={relearnVerdict(host)}
          icon={<RotateCw size={14} strokeWidth={1.75} aria-hidden />}
        >
          Relearn…
        </SensorButton>
      }
      padded
    >
      {counts === undefined ? (
        sensors?.error ? (
          <p className="text-unk-fg">Unknown</p>
        ) : (
          <SkeletonBlock className="h-16" />
        )
      ) : (
        <dl
          aria-label="Sensors by what they say"
          className="grid grid-cols-3 gap-x-4 gap-y-2.5 wall:grid-cols-6"
        >
          {FIGURES.map(([look, label]) => (
            <Figure key={look} label={label} count={counts[look]} icon={<SensorGlyph status={look} />} />
          ))}
          <Figure
            label="Suppressed"
            count={counts.suppressed}
            icon={<SeverityGlyph severity="suppressed" size={14} />}
          />
        </dl>
      )}
      <p className="mt-3 text-small text-ink-3">
        Board management gives each sensor a verdict against its limits. The platform does not keep what it
        reads.
      </p>
    </Panel>
  );
}

function Figure({ label, count, icon }: { label: string; count: number; icon: React.ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col">
      <dt className="flex items-center gap-1.5 text-small text-ink-3">
        {icon}
        {label}
      </dt>
      <dd className={`text-[20px] leading-7 tabular-nums ${count === 0 ? 'text-ink-3' : 'text-ink'}`}>
        {formatCount(count)}
      </dd>
    </div>
  );
}
