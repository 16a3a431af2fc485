'use client';
/** How a clock is, where its chain breaks, why this is said, and who hangs below it. */
import { ClockGlyph } from '@/components/ui/glyphs/clock-glyph';
import { Note } from '@/components/ui/note';
import { Time } from '@/components/ui/time';
import { type ClockRow, synceTrouble } from '@/lib/domain/clock/clock-row';
import { STATE_WORDS } from '@/lib/domain/clock/clock-words';
import type { SyncNode } from '@/lib/domain/clock/sync-node';
import type { Clocks } from '@/lib/queries/clocks';
import { changeSearch } from '@/lib/url/address';
import { ChainList } from './chain-list';
import { Part } from './drawer-part';
import { EvidenceList } from './evidence-list';
import { HoldoverBar, HoldoverLeft } from './holdover-left';
import { OffsetChart } from './offset-chart';
import { holdoverEnd, RowGlyph, stateInk, whyOf } from './state-words';

export function DrawerState({ row, clocks }: { row: ClockRow; clocks: Clocks }) {
  const { clock } = row;
  return (
    <div className="flex flex-col">
      <div className="pb-3.5">
        <StateNote row={row} />
      </div>
      {clock.chain.length > 0 && (
        <Part title="Chain">
          <ChainList row={row} />
        </Part>
      )}
      {clock.synce && (
        <Part title="SyncE" meta="Frequency only, no part of the state">
          <p className={`flex items-center gap-2 ${stateInk(clock.synce.state)}`}>
            <ClockGlyph state={clock.synce.state} size={15} />
            {clock.synce.what ?? STATE_WORDS[clock.synce.state]}
            {clock.synce.quality !== null && (
              <span className="text-ink-3">
                Quality level <span className="mono">{clock.synce.quality}</span> (SSM)
              </span>
            )}
          </p>
        </Part>
      )}
      {clock.follows === 'ptp' && (
        <Part title="Offset, last hour">
          <OffsetChart row={row} />
        </Part>
      )}
      <Part title="Why Roost says so">
        <EvidenceList row={row} clocks={clocks} />
      </Part>
      <Below row={row} clocks={clocks} />
    </div>
  );
}

function StateNote({ row }: { row: ClockRow }) {
  const { clock, state } = row;
  const until = holdoverEnd(row);
  if (state === 'holdover') {
    return (
      <Note
        tone="major"
        icon={<RowGlyph row={row} size={17} />}
        title={
          until === null ? (
            'Holdover.'
          ) : (
            <>
              Holdover until <Time at={until} form="clock" />.
            </>
          )
        }
      >
        {until === null ? (
          'The oscillator carries the time. How long it may, nobody says.'
        ) : (
          <>
            The oscillator carries the time. After that this clock is out of specification.
            <span className="mt-2 flex items-center gap-3">
              <span className="min-w-0 flex-1">
                <HoldoverBar until={until} totalMs={clock.holdover?.totalMs ?? 1} />
              </span>
              <span className="flex-none">
                <HoldoverLeft until={until} /> left
              </span>
            </span>
          </>
        )}
      </Note>
    );
  }
  const since = clock.since !== null && (
    <>
      {' '}
      Since <Time at={clock.since} /> (<Time at={clock.since} form="age" />
      ).
    </>
  );
  const why = whyOf(row);
  switch (state) {
    case 'freerun':
      return (
        <Note tone="crit" title={`Freerun${why ? `: ${why}` : ''}.`}>
          Nothing disciplines this clock.{since}
        </Note>
      );
    case 'unknown':
      return (
        <Note tone="unknown" title={`Unknown${why ? `. ${why}` : ''}.`}>
          {row.brokenAt
            ? `Nobody speaks for this clock, and its branch is broken at ${row.brokenAt}.`
            : 'That there is no alarm says nothing here.'}
          {since}
        </Note>
      );
    case 'degraded':
    case 'out-of-tolerance':
      return (
        <Note tone="minor" title={`${STATE_WORDS[state]}${why ? `: ${why}` : ''}.`}>
          As far as anybody says, time is carried.{since}
        </Note>
      );
    case 'no-fault':
      return synceTrouble(clock.synce) !== null ? (
        <Note tone="minor" title={`${why}.`}>
          SyncE carries frequency. On time itself no alarm stands, which is no proof of a lock.
        </Note>
      ) : (
        <Note title="No timing alarm stands.">
          That is no proof of a lock: only a live source says that, and none does here.
        </Note>
      );
    case 'locked':
      return <Note title="Verified locked.">A live source says so, and no alarm says otherwise.</Note>;
    case 'ntp':
      return <Note title="This host follows NTP servers.">Alarm 100.114 says when it does not.</Note>;
    case 'not-configured':
      return (
        <Note tone="unknown" title="Not configured.">
          {why}
        </Note>
      );
  }
}

/** Hosts that get their time through this one. */
function Below({ row, clocks }: { row: ClockRow; clocks: Clocks }) {
  const node = nodeOf(clocks.tree.roots, row.host);
  if (!node || node.children.length === 0) return null;
  return (
    <Part title="Hangs below it" meta={node.children.length.toLocaleString('en-GB')}>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {node.children.map(({ host, key }) => {
          const below = host === null ? undefined : clocks.byHost.get(host);
          return (
            below && (
              <li key={key} className="flex items-center gap-1.5">
                <RowGlyph row={below} size={14} title={STATE_WORDS[below.state]} />
                <button
                  type="button"
                  className="link mono"
                  onClick={() => changeSearch({ open: below.host }, 'push')}
                >
                  {below.host}
                </button>
              </li>
            )
          );
        })}
      </ul>
    </Part>
  );
}

function nodeOf(roots: readonly SyncNode[], host: string): SyncNode | undefined {
  const work = [...roots];
  for (let node = work.pop(); node; node = work.pop()) {
    if (node.host === host) return node;
    work.push(...node.children);
  }
  return undefined;
}
