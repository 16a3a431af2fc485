'use client';

import { useState } from 'react';
import { setTimes, useTimes } from '@/components/shell/look';
import { useNow, useZone } from '@/components/ui/clock';
import { laterPart } from '@/components/ui/later-part';
import { Segmented } from '@/components/ui/segmented';
import { type EventRange, PRESET_NAMES, type Preset } from '@/lib/domain/event-range';
import { zoneName } from '@/lib/format/time';

const Between = laterPart(async () => (await import('./between')).Between);

const WORDS: Record<Preset, string> = { '1h': '1 h', '3h': '3 h', '24h': '24 h', '7d': '7 d', '30d': '30 d' };
const OPTIONS = [
  ...PRESET_NAMES.map((value) => ({ value, label: WORDS[value] })),
  { value: 'custom' as const, label: 'From, to' },
];

/** How far back, or between which two instants; and on whose clocks. */
export function RangeBar({ range, setRange }: { range: EventRange; setRange: (range: EventRange) => void }) {
  const [opened, setOpened] = useState(false);
  const custom = opened || !('last' in range);
  return (
    <div className="flex flex-none flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Segmented
          label="Time range"
          value={custom ? 'custom' : range.last}
          onValueChange={(value) => {
            if (value === 'custom') return setOpened(true);
            setOpened(false);
            setRange({ last: value });
          }}
          options={OPTIONS}
        />
        <span className="flex-1" />
        <ZoneSwitch />
      </div>
      {/* As high as its fields: nothing moves when they come. */}
      {custom && (
        <div className="min-h-[62px]">
          <Between key={JSON.stringify(range)} range={range} setRange={setRange} />
        </div>
      )}
    </div>
  );
}

/** Times are written in one zone, and it is always said which. */
function ZoneSwitch() {
  const times = useTimes();
  const zone = useZone();
  const now = useNow(60_000);
  return (
    <Segmented
      label="Zone of times"
      value={times}
      onValueChange={setTimes}
      options={[
        { value: 'local', label: times === 'local' ? `Local, ${zoneName(now, zone)}` : 'Local' },
        { value: 'utc', label: 'UTC' },
      ]}
    />
  );
}
