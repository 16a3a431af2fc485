'use client';
/** Every host as a tile, or, when there are too many, how many of each kind there are and the worst ones. */
import { clsx } from 'clsx';
import { LockGlyph } from '@/components/ui/glyphs/lock-glyph';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { MiddleEllipsis } from '@/components/ui/middle-ellipsis';
import {
  type Host,
  type HostCondition,
  hostCondition,
  hostName,
  isChanging,
  isLocked,
} from '@/lib/domain/host';
import { hostBoard } from '@/lib/domain/host-board';
import { formatCount } from '@/lib/format/number';
import { shortNames } from '@/lib/format/short-name';
import { useView } from '@/lib/queries/view';
import { useAges } from './use-board';
import { Moment } from './wall-moment';

const WORDS: Record<HostCondition, string> = {
  failed: 'failed',
  unknown: 'unknown',
  degraded: 'degraded',
  'in-progress': 'in test',
  offline: 'offline',
  'power-off': 'power-off',
  online: 'online',
  available: 'available',
};

/** @param room for how many tiles there is room: for all hosts, or for the worst of them below their counts */
export function WallHosts({ room }: { room: { all: number; worst: number } }) {
  const seen = useView('hosts', {});
  const age = useAges().hosts;
  const hosts = seen?.data?.hosts;
  const board = hosts && hostBoard(hosts, room.all, room.worst);
  const short = shortNames((board?.tiles ?? []).map(hostName));
  const unreadable = seen?.data?.unreadable.length ?? 0;
  return (
    <section className="wall-panel wall-hosts" aria-labelledby="wall-hosts" data-dead={age.dead || undefined}>
      <h2 id="wall-hosts">
        Hosts{hosts && `, ${formatCount(hosts.length)}`}
        {age.dead && age.asOf !== null && (
          <>
            {' '}
            as of <Moment at={age.asOf} />
          </>
        )}
      </h2>
      {!board && <p className="wall-none">{seen?.error ? 'Hosts could not be read' : 'Reading hosts'}</p>}
      {board && board.rest > 0 && (
        <ul className="wall-conditions">
          {board.counts.map(({ condition, count }) => (
            <li key={condition}>
              <StateGlyph state={condition} className="wall-glyph-m" />
              <b>{formatCount(count)}</b> {WORDS[condition]}
            </li>
          ))}
        </ul>
      )}
      {board && board.tiles.length > 0 && (
        <ul className="wall-tiles" data-labels={labelWidth([...short.values()])}>
          {board.tiles.map((host) => (
            <Tile key={host.id} host={host} label={short.get(hostName(host)) ?? hostName(host)} />
          ))}
        </ul>
      )}
      {board && board.rest > 0 && (
        <p className="wall-sub">
          {formatCount(board.rest)} more, {board.restAvailable ? 'available' : 'none worse'}
        </p>
      )}
      {unreadable > 0 && <p className="wall-sub">{formatCount(unreadable)} cannot be read</p>}
    </section>
  );
}

/** A label of the platform's own form takes one column, any other two. */
const SHORT = 5;

/** How many characters the short labels have, of two kinds of columns. */
const labelWidth = (labels: readonly string[]): 3 | 5 =>
  labels.some(({ length }) => length > 3 && length <= SHORT) ? 5 : 3;

/** What is going on with them changes nothing about how they are. */
const TROUBLED: readonly HostCondition[] = ['failed', 'degraded'];

function Tile({ host, label }: { host: Host; label: string }) {
  const condition = hostCondition(host);
  return (
    <li
      className={clsx('wall-tile', label.length > SHORT && 'wall-tile-wide')}
      data-condition={isChanging(host) && !TROUBLED.includes(condition) ? 'in-progress' : condition}
      title={`${hostName(host)}: ${WORDS[condition]}`}
    >
      <StateGlyph state={condition} title={WORDS[condition]} className="wall-glyph-t" />
      <MiddleEllipsis text={label} className="mono" />
      {isLocked(host) && <LockGlyph title="Locked" className="wall-glyph-s" />}
    </li>
  );
}
