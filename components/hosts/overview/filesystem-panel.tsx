'use client';
import Link from 'next/link';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { type Alarm, parseEntity } from '@/lib/domain/alarm';
import type { Host } from '@/lib/domain/host';
import { storageHref } from '@/lib/domain/storage/storage-href';
import { formatGib } from '@/lib/format/bytes';
import { useView } from '@/lib/queries/view';
import { PartPanel } from './part-panel';

/** Filesystem threshold alarm (fm-doc events.yaml 100.104): the only word the platform has about how full one is. */
const FILESYSTEM_ALARM = '100.104';

/** Filesystems with their sizes. How full they are is known only from the alarm that says "too full". */
export function FilesystemPanel({ host, alarms }: { host: Host; alarms: readonly Alarm[] | null }) {
  const hostId = host.id;
  const name = host.hostname ?? host.id;
  const seen = useView('hostFilesystems', { hostId });
  const full = (alarms ?? []).filter(({ alarmId }) => alarmId === FILESYSTEM_ALARM);
  return (
    <PartPanel
      title="Filesystems"
      seen={seen}
      meta="Sizes; only an alarm tells the fill"
      actions={
        <Link className="link" href={storageHref(name)} prefetch={false}>
          Storage
        </Link>
      }
    >
      {({ rows }) => (
        <>
          {full.map((alarm) => (
            <p key={alarm.id} className="mb-2 flex gap-2">
              <SeverityGlyph severity={alarm.severity} size={14} />
              <span>
                <span className="mono">
                  {parseEntity(alarm.entity).find(({ key }) => key === 'filesystem')?.value}
                </span>{' '}
                {alarm.reason}
              </span>
            </p>
          ))}
          {rows.length === 0 ? (
            <p className="text-ink-3">None inventoried yet.</p>
          ) : (
            <ul>
              {rows.map(({ id, name: filesystem, sizeGib, state }) => (
                <li key={id} className="flex h-7 items-center gap-2">
                  <Link
                    className="link mono"
                    href={storageHref(name, { kind: 'fs', what: filesystem })}
                    prefetch={false}
                  >
                    {filesystem}
                  </Link>
                  {state !== null && state !== 'Ready' && <span className="text-accent">{state}</span>}
                  <span className="ml-auto text-ink-2 tabular-nums">
                    {sizeGib === null ? 'Unknown' : formatGib(sizeGib)}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </PartPanel>
  );
}
