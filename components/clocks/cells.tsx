'use client';
/** Cells that the tree and the list share. */
import { ClockGlyph } from '@/components/ui/glyphs/clock-glyph';
import { clockClass } from '@/lib/domain/clock/clock-class';
import type { ClockRow } from '@/lib/domain/clock/clock-row';
import { STATE_WORDS } from '@/lib/domain/clock/clock-words';
import type { HostClock } from '@/lib/domain/clock/host-clock';
import { formatOffset } from '@/lib/format/number';
import { offsetLook, offsetNs } from './offset-words';
import { useReferenceLine } from './reference-line';
import { stateInk } from './state-words';

/** Nothing in the platform says a role: it is what the configuration looks like. */
export function RoleBadge({ role }: { role: HostClock['role'] }) {
  if (role === null) return null;
  const more = `${role.words}: ${role.why.join(', ')}`;
  return (
    <span
      className="flex-none rounded-1 border border-line px-1 text-micro leading-[1.4] text-ink-2"
      title={more.charAt(0).toUpperCase() + more.slice(1)}
    >
      {role.name}
      <span className="sr-only">, {role.words}</span>
    </span>
  );
}

export function ClassCell({ clock }: { clock: HostClock }) {
  if (clock.clockClass === null) return <span className="text-unk-fg">Unknown</span>;
  const { value, meaning, locked } = clockClass(clock.clockClass.value);
  const by = clock.clockClass.source === 'alarm' ? ', as the alarm says' : '';
  return (
    <span title={`${meaning}${by}`} className={locked ? 'text-ink-3' : 'text-major-fg'}>
      {value}
      <span className="sr-only">, {meaning}</span>
    </span>
  );
}

export function SystemCell({ row }: { row: ClockRow }) {
  const { systemClock, systemOffset } = row.clock;
  const state = row.state === 'unknown' ? 'unknown' : systemClock.state;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <ClockGlyph state={state} size={14} title={systemOffset ? STATE_WORDS[state] : undefined} />
      {systemOffset && state !== 'unknown' ? (
        <span className="mono text-small text-ink-2">{formatOffset(systemOffset.ns)}</span>
      ) : (
        <span className={`truncate ${stateInk(state)}`}>{STATE_WORDS[state]}</span>
      )}
    </span>
  );
}

export function OffsetCell({ clock }: { clock: HostClock }) {
  const line = useReferenceLine();
  const { offset } = clock;
  if (offset === null) return <span className="text-unk-fg">No reading</span>;
  const { ink, words } = offsetLook(clock, offset, line);
  const by = offset.source === 'alarm' ? 'as the alarm says' : null;
  const more = [words, by, offset.instance].filter((part) => part !== null).join(', ');
  return (
    <span className={`mono text-small ${ink}`} title={more || undefined}>
      {offsetNs(offset)}
      {words !== null && <span className="sr-only">, {words}</span>}
    </span>
  );
}
