'use client';
/** How the storage of the cloud is: a sentence, its evidence, and what is filling up. */
import { Bar } from '@/components/ui/bar';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import type { AlarmList } from '@/lib/domain/alarm';
import { FILL_LIMITS, type Fill, fillsOf } from '@/lib/domain/storage/cloud/fill';
import { storageFinding } from '@/lib/domain/storage/cloud/finding';
import { cephHealth } from '@/lib/domain/storage/cloud/storage-alarms';
import type { CloudStorage } from '@/lib/domain/storage/cloud-storage';
import { serverNow } from '@/lib/queries/clock';
import { isStale } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';
import { ReadingPanel } from './reading-panel';

/** Rows of the worst; the page of storage has all. */
const SHOWN = 3;

export function StoragePanel() {
  const seen = useView('cloudStorage', {});
  const alarms = useView('alarms', {});
  const stale = isStale(seen, serverNow()) || isStale(alarms, serverNow());
  return (
    <ReadingPanel
      title="Storage"
      link={{ href: '/storage', label: 'Storage' }}
      stale={stale}
      trouble={seen?.error?.message ?? null}
      unread="Storage could not be read."
    >
      {seen?.data && alarms && <Known storage={seen.data} alarms={alarms.data ?? null} />}
    </ReadingPanel>
  );
}

function Known({ storage, alarms }: { storage: CloudStorage; alarms: AlarmList | null }) {
  const { finding, second } = storageFinding(storage, alarms);
  const fills = fillsOf(alarms?.alarms ?? []);
  const health = cephHealth(alarms);
  const worst = health.word === 'alarmed' ? health.alarms[0] : undefined;
  return (
    <div className="grid gap-x-8 gap-y-3 lg:grid-cols-[minmax(0,11fr)_minmax(0,9fr)]">
      <div className="flex min-w-0 flex-col gap-1.5">
        <p>
          {finding}. <span className="text-ink-2">{second}</span>
        </p>
        {worst && (
          <p className="flex items-start gap-1.5">
            <SeverityGlyph severity={worst.severity} size={16} />
            <span className="min-w-0 [overflow-wrap:anywhere]">{worst.reason}</span>
          </p>
        )}
      </div>
      {fills.length > 0 && (
        <div>
          <ul aria-label="Filling up" className="flex flex-col gap-1.5">
            {fills.slice(0, SHOWN).map((fill) => (
              <li key={fill.alarm.id}>
                <FillLine fill={fill} />
              </li>
            ))}
          </ul>
          {fills.length > SHOWN && (
            <p className="mt-1 text-small text-ink-3">{fills.length - SHOWN} more, none worse</p>
          )}
        </div>
      )}
    </div>
  );
}

function FillLine({ fill: { alarm, hostname, name, actualPercent } }: { fill: Fill }) {
  const percent = actualPercent === null ? 'Unknown' : `${Number(actualPercent.toFixed(1))} %`;
  return (
    <div className="grid grid-cols-[auto_minmax(6rem,1fr)_minmax(3rem,1fr)_auto] items-center gap-2">
      <SeverityGlyph severity={alarm.severity} size={14} title={alarm.severity} />
      <span className="mono min-w-0 truncate" title={`${hostname ?? ''} ${name}`}>
        {hostname} {name}
      </span>
      {actualPercent === null ? (
        <span />
      ) : (
        <Bar
          label={`${name} of ${hostname ?? 'an unknown host'} is ${percent} full`}
          max={100}
          parts={[{ value: actualPercent, tone: actualPercent >= FILL_LIMITS.critical ? 'crit' : 'major' }]}
        />
      )}
      <span className="text-right tabular-nums">{percent}</span>
    </div>
  );
}
