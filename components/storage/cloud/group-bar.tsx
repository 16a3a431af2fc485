'use client';
/** How much of a volume group logical volumes have taken; with a colour only where an alarm says that it fills up. */
import { Bar, type BarTone } from '@/components/ui/bar';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import type { GroupRow } from '@/lib/domain/storage/cloud/group-rows';
import { volumeState } from '@/lib/domain/storage/volume-group';
import { formatUsed } from '@/lib/format/bytes';
import { percentWord } from './fill-row';

const toneOf = ({ fill }: GroupRow): BarTone =>
  fill === null ? 'neutral' : fill.alarm.severity === 'critical' ? 'crit' : 'major';

export function GroupBar({ row }: { row: GroupRow }) {
  const { group, hostname, takenBytes, share, fill } = row;
  if (takenBytes === null || share === null || group.sizeBytes === null) {
    return volumeState(group.state)?.pending ? (
      <span className="text-ink-3">Not made yet</span>
    ) : (
      <span className="text-unk-fg">Unknown</span>
    );
  }
  const words = formatUsed(takenBytes, group.sizeBytes);
  return (
    <span className="flex w-full min-w-0 items-center gap-2">
      <Bar
        className="min-w-8 flex-1"
        label={`${words} of ${group.name} on ${hostname ?? 'an unknown host'} taken`}
        max={group.sizeBytes}
        parts={[{ value: takenBytes, tone: toneOf(row) }]}
      />
      <span className="whitespace-nowrap text-ink-2 tabular-nums">{words}</span>
      {fill && (
        <span className="inline-flex items-center gap-1 whitespace-nowrap">
          <SeverityGlyph severity={fill.alarm.severity} size={14} />
          {percentWord(fill.actualPercent)} full
        </span>
      )}
    </span>
  );
}
