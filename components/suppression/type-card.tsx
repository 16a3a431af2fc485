import { typeText } from '@/lib/domain/alarm-type';
import type { TypeRow } from '@/lib/domain/suppression';
import { ActiveNow, StateWord } from './type-columns';

/** A type on a phone. The whole card opens its preflight. */
export function TypeCard({ row }: { row: TypeRow }) {
  return (
    <span className="flex flex-col gap-1.5">
      <span className="flex items-center gap-2">
        <span className="mono font-medium text-title">{row.type.alarmId}</span>
        <span className="ml-auto">
          <StateWord row={row} />
        </span>
      </span>
      <span className="line-clamp-2 text-ink-2">{typeText(row.type)}</span>
      <span className="flex items-center gap-2">
        <span className="text-ink-3">Active now</span>
        <ActiveNow row={row} />
      </span>
    </span>
  );
}
