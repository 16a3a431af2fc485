'use client';
import Link from 'next/link';
import { SensorGlyph } from '@/components/ui/glyphs/sensor-glyph';
import { Pill } from '@/components/ui/pill';
import type { Host } from '@/lib/domain/host';
import { bySensorLook } from '@/lib/domain/sensor/sensor';
import { sensorHref } from '@/lib/domain/sensor/sensor-href';
import { formatCounted } from '@/lib/format/number';
import { raiseFirst } from '@/lib/format/words';
import { useView } from '@/lib/queries/view';
import { PartPanel } from './part-panel';

const SHOWN = 6;

/** Sensors by what board management says of them. The platform stores no values, so none are shown. */
export function SensorPanel({ host }: { host: Host }) {
  const seen = useView('hostSensors', { hostId: host.id });
  const name = host.hostname ?? host.id;
  return (
    <PartPanel
      title="Sensors"
      seen={seen}
      meta="Status only; values are not stored"
      actions={
        <Link className="link" href={sensorHref(name)} prefetch={false}>
          Sensors
        </Link>
      }
    >
      {({ rows }) => {
        if (rows.length === 0)
          return <p className="text-ink-3">None. Board management reports no sensors.</p>;
        const ok = rows.filter(({ status }) => status === 'ok').length;
        return (
          <>
            <p className="mb-1.5 text-ink-2">
              {ok} of {formatCounted(rows.length, 'sensor')} ok
            </p>
            <ul>
              {rows
                .toSorted(bySensorLook)
                .slice(0, SHOWN)
                .map((sensor) => (
                  <li key={sensor.id} className="flex h-7 items-center gap-2 max-md:h-11">
                    <SensorGlyph status={sensor.status} />
                    <Link
                      className="link truncate max-md:leading-[44px]"
                      href={sensorHref(name, { kind: 'sensor', name: sensor.name })}
                      prefetch={false}
                    >
                      {sensor.name}
                    </Link>
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
