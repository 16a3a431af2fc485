'use client';
/** What needs a person, worst first. */
import Link from 'next/link';
import { FindingGlyph } from '@/components/fault/finding-glyph';
import { useHostClocks } from '@/components/timing/use-host-clocks';
import { buttonClass } from '@/components/ui/button-class';
import { Panel } from '@/components/ui/panel';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import { type Finding, findings } from '@/lib/domain/attention';
import { needsLook } from '@/lib/domain/host-trouble';
import { isStorageAlarm } from '@/lib/domain/storage/cloud/storage-alarms';
import { raiseFirst } from '@/lib/format/words';
import { useActiveAlarms } from '@/lib/queries/active-alarms';
import { serverNow } from '@/lib/queries/clock';
import { isStale } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';

const SHOWN = 8;

export function AttentionPanel() {
  const hosts = useView('hosts', {});
  const { seen: alarms, sums } = useActiveAlarms();
  const { clocks } = useHostClocks();
  if (!hosts || !alarms) {
    return (
      <Panel title="Needs attention" padded>
        <SkeletonBlock className="h-40" />
      </Panel>
    );
  }
  const list = findings({
    hosts: hosts.data ?? null,
    alarms: sums?.standing ?? null,
    clocks: clocks?.attention,
  }).filter(({ rank }) => needsLook(rank));
  const unread = [!hosts.data && 'Hosts', !alarms.data && 'Alarms'].filter((word) => word !== false);
  const stale = [hosts, alarms].some((seen) => isStale(seen, serverNow()));
  return (
    <Panel
      title="Needs attention"
      className={stale ? 'grayscale' : undefined}
      meta={list.length > 0 ? `${list.length}, worst first` : undefined}
      actions={
        <Link className="link" href="/hosts?view=attention">
          Open in hosts
        </Link>
      }
    >
      {unread.length > 0 && (
        <p className="px-3.5 pb-3 text-unk-fg">
          {unread.join(' and ')} could not be read: there may be more.
        </p>
      )}
      {list.length === 0 && unread.length === 0 ? (
        <p className="px-3.5 pb-3.5 text-ink-3">
          Nothing. Hosts and alarms were read, and none of them asks for a person.
        </p>
      ) : (
        <ul>
          {list.slice(0, SHOWN).map((finding) => (
            <FindingLine key={finding.key} finding={finding} />
          ))}
        </ul>
      )}
      {list.length > SHOWN && (
        <p className="px-3.5 py-2.5 text-ink-3">{list.length - SHOWN} more, none worse</p>
      )}
    </Panel>
  );
}

function FindingLine({ finding }: { finding: Finding }) {
  const { glyph, headline, alarms, rank } = finding;
  const worst = alarms[0];
  const way = wayOf(finding);
  return (
    <li
      className={`flex items-center gap-3 border-hair border-t px-3.5 py-2.5 ${rank === 'failed' ? 'bg-crit-tint' : ''}`}
    >
      <FindingGlyph glyph={glyph} size={16} />
      <div className="min-w-0 flex-1">
        <p className="[overflow-wrap:anywhere]">{headline}</p>
        {worst && (
          <p className="text-ink-3 text-small">
            {raiseFirst(worst.severity)} <span className="mono">{worst.alarmId}</span>,{' '}
            <Time at={worst.raisedAt} form="age" />
            {alarms.length > 1 && `, ${alarms.length - 1} more here`}
            {alarms.some(({ managementAffecting }) => managementAffecting) && ', blocks upgrades'}
          </p>
        )}
        {finding.hidden && <p className="text-ink-3 text-small">Its alarm is hidden by suppression</p>}
      </div>
      {way && (
        <Link className={buttonClass()} href={way.href} aria-label={way.label}>
          {way.text}
        </Link>
      )}
    </li>
  );
}

/** Where a finding is looked into. */
function wayOf({
  host,
  glyph,
  target,
  alarms,
}: Finding): { href: string; text: string; label: string } | null {
  if (target.kind === 'clocks') return { href: '/clocks', text: 'Clocks', label: 'Clocks' };
  const worst = alarms[0];
  const storage = worst !== undefined && isStorageAlarm(worst);
  if (!host) return storage ? { href: '/storage', text: 'Open storage', label: 'Open storage' } : null;
  const href = `/hosts/${encodeURIComponent(host.name)}`;
  if (storage)
    return { href: `${href}/storage`, text: 'Open storage', label: `Open storage of ${host.name}` };
  return glyph.family === 'clock'
    ? { href: `${href}/clock`, text: 'Open clock', label: `Open clock of ${host.name}` }
    : { href, text: 'Open host', label: `Open host ${host.name}` };
}
