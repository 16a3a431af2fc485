'use client';
/** Every host as a small tile, by personality. Beyond a screenful only those that are not simply available. */
import Link from 'next/link';
import { LockGlyph } from '@/components/ui/glyphs/lock-glyph';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { MiddleEllipsis } from '@/components/ui/middle-ellipsis';
import { Panel } from '@/components/ui/panel';
import { SkeletonBlock } from '@/components/ui/skeleton';
import {
  type Host,
  hostCondition,
  hostName,
  isLocked,
  PERSONALITY_GROUPS,
  type PersonalityGroup,
  personalityGroup,
} from '@/lib/domain/host';
import { formatCount } from '@/lib/format/number';
import { serverNow } from '@/lib/queries/clock';
import { isStale } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';
import { hostHref } from './host-identity';
import { availabilityWord } from './state-words';

const LABELS: Record<PersonalityGroup, string> = {
  controller: 'Controllers',
  storage: 'Storage',
  worker: 'Workers',
  edgeworker: 'Edge workers',
  other: 'Other',
  unprovisioned: 'Not provisioned',
};
/** More tiles than this are a wall, not an overview. */
const SCREENFUL = 48;

export function HostTiles() {
  const seen = useView('hosts', {});
  const hosts = seen?.data?.hosts;
  return (
    <Panel
      title="Hosts"
      className={isStale(seen, serverNow()) ? 'grayscale' : undefined}
      meta={hosts && formatCount(hosts.length)}
      actions={hosts && <Conditions hosts={hosts} />}
      padded
    >
      {hosts ? (
        <Groups hosts={hosts} />
      ) : seen?.error ? (
        <p className="text-unk-fg">
          Hosts could not be read. <span className="mono">{seen.error.message}</span>
        </p>
      ) : (
        <SkeletonBlock className="h-40" />
      )}
    </Panel>
  );
}

const WORD_TONES: Record<string, string> = {
  degraded: 'text-major-fg',
  failed: 'text-crit-fg',
  intest: 'text-accent',
};

function Conditions({ hosts }: { hosts: readonly Host[] }) {
  const counts = new Map<string, number>();
  for (const { availability } of hosts)
    counts.set(availability ?? 'unknown', (counts.get(availability ?? 'unknown') ?? 0) + 1);
  return (
    <span className="flex flex-wrap gap-x-2.5 text-small">
      {[...counts].map(([word, count]) => (
        <span key={word} className={WORD_TONES[word] ?? 'text-ink-2'}>
          {formatCount(count)} {availabilityWord(word).toLowerCase()}
        </span>
      ))}
    </span>
  );
}

function Groups({ hosts }: { hosts: readonly Host[] }) {
  const many = hosts.length > SCREENFUL;
  const shown = (many ? hosts.filter((host) => host.availability !== 'available') : hosts).slice(
    0,
    SCREENFUL,
  );
  const rest = hosts.length - shown.length;
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(118px,1fr))] gap-x-1.5 gap-y-3">
      {PERSONALITY_GROUPS.map((group) => {
        const members = shown.filter((host) => personalityGroup(host) === group);
        if (members.length === 0) return null;
        return (
          // A pair shares its line with the next pair; more of them take the whole width.
          <div
            key={group}
            className={`grid grid-cols-subgrid gap-y-1.5 ${members.length > 2 ? 'col-span-full' : 'col-span-2'}`}
          >
            <h3 className="col-span-full text-ink-3 text-small">{LABELS[group]}</h3>
            <ul className="col-span-full grid grid-cols-subgrid gap-y-1.5">
              {members.map((host) => (
                <li key={host.id}>
                  <Tile host={host} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {rest > 0 && (
        <Link className="link col-span-full" href="/hosts">
          {formatCount(rest)} more {rest === 1 ? 'host' : 'hosts'}
        </Link>
      )}
    </div>
  );
}

const TILE_TONES: Record<string, string> = {
  failed: 'border-crit-line bg-crit-tint',
  degraded: 'border-major-line bg-major-tint',
  'in-progress': 'border-accent-line',
  available: 'border-hair',
};

function Tile({ host }: { host: Host }) {
  const condition = hostCondition(host);
  const locked = isLocked(host);
  return (
    <Link
      href={hostHref(host)}
      prefetch={false}
      className={`flex flex-col gap-0.5 rounded-2 border px-1.5 py-1.5 hover:bg-hover ${TILE_TONES[condition] ?? 'border-line border-dashed'}`}
    >
      <span className="flex min-w-0 items-center gap-1">
        <StateGlyph state={condition} size={14} />
        <MiddleEllipsis text={hostName(host)} className="mono text-small" />
      </span>
      <span className="flex items-center gap-1 whitespace-nowrap pl-[18px] text-ink-3 text-small">
        {locked && <LockGlyph size={12} title="Locked" />}
        {host.activity === 'active' && host.availability === 'available'
          ? 'Active'
          : host.availability === null
            ? 'Unknown'
            : availabilityWord(host.availability)}
      </span>
    </Link>
  );
}
