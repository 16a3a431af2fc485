import { Time } from '@/components/ui/time';
import { RowGlyph, SeenWord } from './alarm-columns';
import type { AlarmRow } from './alarm-row';

/** An alarm on a phone: what, where, since when, who has seen it. The whole card opens it. */
export function AlarmCard({ row }: { row: AlarmRow }) {
  const { reason, place, fresh, clearedAt, raisedAt } = row;
  return (
    <div className="flex gap-3">
      <span className="pt-0.5">
        <RowGlyph row={row} size={18} />
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p
          className={`[overflow-wrap:anywhere] ${fresh ? 'font-semibold' : ''} ${clearedAt === null ? '' : 'text-ink-3'}`}
        >
          {reason}
        </p>
        <p className="flex items-center gap-3 text-small">
          <span className="mono min-w-0 truncate">{place}</span>
          <Time at={clearedAt ?? raisedAt} form="age" className="ml-auto flex-none text-ink-2" />
        </p>
        {(fresh || row.seenBy !== null || row.notes > 0) && <SeenWord row={row} />}
      </div>
    </div>
  );
}
