import { SensorGlyph } from '@/components/ui/glyphs/sensor-glyph';
import { Pill } from '@/components/ui/pill';
import type { Sensor } from '@/lib/domain/sensor/sensor';
import { raiseFirst } from '@/lib/format/words';

/** The platform's word, read: `ok` is in order. */
export const statusWords = (status: string | null): string =>
  status === null ? 'Unknown' : status === 'ok' ? 'In order' : raiseFirst(status);

export function SensorStatus({ sensor }: { sensor: Pick<Sensor, 'status' | 'suppressed'> }) {
  const { status, suppressed } = sensor;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <SensorGlyph status={status} />
      <span className={status === 'ok' || suppressed ? 'text-ink-2' : 'text-ink'}>{statusWords(status)}</span>
      {suppressed && <Pill>Suppressed</Pill>}
    </span>
  );
}
