import { ClockMarkLine } from '@/components/timing/clock-mark';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { hostCondition, hostName } from '@/lib/domain/host';
import { hostStatus } from '@/lib/domain/host-status';
import { AlarmCell } from './alarm-cell';
import type { HostRow } from './host-row';
import { AdministrativeWord, AvailabilityWord } from './state-words';

/** A host on a phone: the name, how it stands, what it does. The whole card is the link. */
export function HostCard({ row }: { row: HostRow }) {
  const { host } = row;
  const status = hostStatus(host);
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-center gap-2">
        <StateGlyph state={hostCondition(host)} size={20} />
        <span className="mono truncate font-medium text-title">{hostName(host)}</span>
        <span className="ml-auto">
          <AlarmCell alarms={row.alarms} />
        </span>
      </div>
      <div className="flex items-center gap-3 pl-7 text-ink-2">
        <AvailabilityWord state={host.availability} />
        {host.administrative === 'locked' && <AdministrativeWord state={host.administrative} />}
        {host.activity && (
          <span className="text-ink-3">{host.activity === 'active' ? 'Active' : 'Standby'}</span>
        )}
        {row.clock?.asks && (
          <span className="ml-auto min-w-0">
            <ClockMarkLine mark={row.clock} />
          </span>
        )}
      </div>
      {status && (
        <div className={`truncate pl-7 ${status.moving ? 'text-accent' : 'text-ink-2'}`}>
          {status.text}
          {status.progress && ` ${status.progress.done} of ${status.progress.total}`}
        </div>
      )}
    </div>
  );
}
