'use client';
/** A filesystem or volume group that is over a limit: how full, since when, and where it is looked into. */
import Link from 'next/link';
import { Bar } from '@/components/ui/bar';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { Time } from '@/components/ui/time';
import { FILL_LIMITS, type Fill } from '@/lib/domain/storage/cloud/fill';
import { storageHref } from '@/lib/domain/storage/storage-href';
import { raiseFirst } from '@/lib/format/words';
import { HostLink } from './host-link';

export const percentWord = (percent: number | null): string =>
  percent === null ? 'Unknown' : `${Number(percent.toFixed(1))} %`;

export function FillRow({ fill }: { fill: Fill }) {
  const { alarm, hostname, name, of, actualPercent, limitPercent } = fill;
  const critical = alarm.severity === 'critical';
  return (
    <div className="flex flex-col gap-1">
      <div className="flex min-w-0 items-center gap-2">
        <SeverityGlyph
          severity={alarm.suppressed ? 'suppressed' : alarm.severity}
          size={16}
          title={`${raiseFirst(alarm.severity)}${alarm.suppressed ? ', hidden by suppression' : ''}`}
        />
        <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2">
          <HostLink hostname={hostname} />
          {hostname !== null && of !== 'unknown' ? (
            <Link
              className="link mono inline-block leading-6 max-md:py-2.5 [overflow-wrap:anywhere]"
              href={storageHref(hostname, { kind: of === 'filesystem' ? 'fs' : 'vg', what: name })}
              prefetch={false}
            >
              {name}
            </Link>
          ) : (
            <span className="mono [overflow-wrap:anywhere]">{name}</span>
          )}
          {of === 'volume group' && <span className="text-ink-3">volume group</span>}
        </span>
        <span className={`font-medium tabular-nums ${critical ? 'text-crit-fg' : 'text-major-fg'}`}>
          {percentWord(actualPercent)}
        </span>
      </div>
      {actualPercent !== null && (
        <Bar
          label={`${name} of ${hostname ?? 'an unknown host'} is ${percentWord(actualPercent)} full`}
          max={100}
          parts={[{ value: actualPercent, tone: actualPercent >= FILL_LIMITS.critical ? 'crit' : 'major' }]}
        />
      )}
      <p className="text-small text-ink-3">
        {limitPercent !== null && `Over ${percentWord(limitPercent)}, `}
        {limitPercent === null && `${alarm.reason}, `}
        raised <Time at={alarm.raisedAt} form="age" /> ago
      </p>
    </div>
  );
}
