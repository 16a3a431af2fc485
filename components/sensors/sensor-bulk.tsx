'use client';
/** Buttons of the bulk bar: each says how many of the selected sensors it would change. */
import { BellOff, BellRing } from 'lucide-react';
import type { Host } from '@/lib/domain/host';
import { allowed, denied } from '@/lib/domain/result';
import type { Sensor } from '@/lib/domain/sensor/sensor';
import { SensorButton } from './sensor-button';

type Props = { host: Host; sensors: readonly Sensor[] };

export function SensorBulk({ host, sensors }: Props) {
  return ([true, false] as const).map((suppress) => {
    const able = sensors.filter(({ suppressed }) => suppressed !== suppress).map(({ id }) => id);
    const Icon = suppress ? BellOff : BellRing;
    const label = suppress ? 'Suppress' : 'Unsuppress';
    return (
      <SensorButton
        key={label}
        hostId={host.id}
        job={{ job: 'suppress', sensors: able, suppress }}
        icon={<Icon size={14} strokeWidth={1.75} aria-hidden />}
        verdict={
          able.length > 0
            ? allowed
            : denied(suppress ? 'All of them are suppressed.' : 'None of them is suppressed.')
        }
      >
        {able.length > 0 ? `${label} ${able.length}…` : `${label}…`}
      </SensorButton>
    );
  });
}
