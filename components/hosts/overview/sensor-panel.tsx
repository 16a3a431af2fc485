'use client';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { Pill } from '@/components/ui/pill';
import type { Sensor } from '@/lib/domain/host-parts';
import { formatCounted } from '@/lib/format/number';
import { raiseFirst } from '@/lib/format/words';
import { useView } from '@/lib/queries/view';
import { PartPanel } from './part-panel';

const ORDER = ['critical', 'major', 'minor'];
const rank = ({ status }: Sensor) => {
  const at = ORDER.indexOf(status ?? '');
  if (at >= 0) return at;
  return status === 'ok' ? 9 : 5;
};
const SHOWN = 6;

/** Sensors by what board management says of them. The platform stores no values, so none are shown. */
export function SensorPanel({ hostId }: { hostId: string }) {
  const seen = useView('hostSensors', { hostId });
  return (
    <PartPanel title="Sensors" seen={seen} meta="Status only; values are not stored">
      {({ rows }) => {
        if (rows.length === 0)
          return <p className="text-ink-3">None. Board management reports no sensors.</p>;
        const sorted = [...rows].sort((a, b) => rank(a) - rank(b));
        const ok = rows.filter(({ status }) => status === 'ok').length;
        return (
          <>
            <p className="mb-1.5 text-ink-2">
              {ok} of {formatCounted(rows.length, 'sensor')} ok
            </p>
            <ul>
              {sorted.slice(0, SHOWN).map((sensor) => (
                <li key={sensor.id} className="flex h-7 items-center gap-2">
                  <SensorGlyph status={sensor.status} />
                  <span className="truncate">{sensor.name}</span>
                  {sensor.suppressed && <Pill>Suppressed</Pill>}
                  <span className={`ml-auto ${sensor.status === 'ok' ? 'text-ink-3' : 'text-ink'}`}>
                    {sensor.status === null ? 'Unknown' : raiseFirst(sensor.status)}
                  </span>
                </li>
              ))}
            </ul>
            {rows.length > SHOWN && (
              <p className="mt-1 text-ink-3 text-small">{rows.length - SHOWN} more, none worse</p>
            )}
          </>
        );
      }}
    </PartPanel>
  );
}

function SensorGlyph({ status }: { status: string | null }) {
  if (status === 'critical' || status === 'major' || status === 'minor')
    return <SeverityGlyph severity={status} size={14} />;
  return (
    <StateGlyph
      state={status === 'ok' ? 'available' : status === 'offline' ? 'offline' : 'unknown'}
      size={14}
    />
  );
}
