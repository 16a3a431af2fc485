'use client';
/** Figures of a clock, each with its age and who says it; SyncE apart, since it carries frequency alone. */
import type { ReactNode } from 'react';
import { ClockGlyph } from '@/components/ui/glyphs/clock-glyph';
import { Kv, KvRow } from '@/components/ui/kv';
import { Panel } from '@/components/ui/panel';
import { Time } from '@/components/ui/time';
import { clockClass } from '@/lib/domain/clock/clock-class';
import type { ClockRow } from '@/lib/domain/clock/clock-row';
import type { ClockState } from '@/lib/domain/clock/clock-state';
import { STATE_WORDS } from '@/lib/domain/clock/clock-words';
import { formatOffset } from '@/lib/format/number';
import { offsetLook, offsetWords } from '../offset-words';
import { useReferenceLine } from '../reference-line';
import { stateInk } from '../state-words';

const NO_READING = <span className="text-unk-fg">No reading</span>;
const SOURCES = { live: 'live source', alarm: 'alarm' } as const;

export function HostFacts({ row }: { row: ClockRow }) {
  const { clock } = row;
  const line = useReferenceLine();
  const look = clock.offset && offsetLook(clock, clock.offset, line);
  return (
    <Panel title="Clock" padded>
      <Kv>
        <KvRow term="System clock">
          {/* Below a break nobody knows what the system clock follows. */}
          <State
            state={row.state === 'unknown' ? 'unknown' : clock.systemClock.state}
            since={clock.systemClock.since}
          />
          {clock.systemOffset && (
            <span className="block text-ink-2">
              {formatOffset(clock.systemOffset.ns)}
              <Said at={clock.systemOffset.at}>live source</Said>
            </span>
          )}
        </KvRow>
        {clock.follows === 'ptp' && (
          <>
            <KvRow term="Clock class">
              {clock.clockClass ? (
                <>
                  <span className="mono">{clock.clockClass.value}</span>{' '}
                  {clockClass(clock.clockClass.value).meaning}
                  <Said at={clock.clockClass.at}>{SOURCES[clock.clockClass.source]}</Said>
                </>
              ) : (
                NO_READING
              )}
            </KvRow>
            <KvRow term="Offset">
              {clock.offset && look ? (
                <>
                  <span className={look.ink}>{offsetWords(clock.offset)}</span>
                  {look.words && <span className="text-ink-2"> {look.words}</span>}
                  <Said at={clock.offset.at}>{SOURCES[clock.offset.source]}</Said>
                </>
              ) : (
                NO_READING
              )}
            </KvRow>
            <KvRow term="Role">
              {clock.role ? (
                <span className="first-letter:uppercase">{clock.role.words}</span>
              ) : (
                'Cannot be told'
              )}
            </KvRow>
          </>
        )}
        {clock.synce && (
          <KvRow term="SyncE">
            <State state={clock.synce.state} since={clock.synce.since} />
            <span className="block text-small text-ink-3">
              Frequency alone, no part of the state
              {clock.synce.quality !== null && `; quality level ${clock.synce.quality} (SSM)`}
            </span>
          </KvRow>
        )}
      </Kv>
    </Panel>
  );
}

function State({ state, since }: { state: ClockState; since: number | null }) {
  return (
    <span className={`flex items-center gap-1.5 ${stateInk(state)}`}>
      <ClockGlyph state={state} size={15} />
      {STATE_WORDS[state]}
      {since !== null && state !== 'unknown' && (
        <span className="text-ink-3">
          for <Time at={since} form="age" />
        </span>
      )}
    </span>
  );
}

function Said({ at, children }: { at: number | null; children: ReactNode }) {
  return (
    <span className="block text-small text-ink-3">
      {children}
      {at !== null && (
        <>
          , <Time at={at} form="age" /> old
        </>
      )}
    </span>
  );
}
