/** Offsets as this page writes them. An alarm's text tells no sign, and at times only a bound. */
import type { HostClock } from '@/lib/domain/clock/host-clock';
import { DEFAULT_LIMITS, judgeOffset, type ReferenceLine } from '@/lib/domain/clock/thresholds';
import { formatOffset, formatQuantity } from '@/lib/format/number';

export type Offset = NonNullable<HostClock['offset']>;

/** In whole nanoseconds, sign always where there is one: `+1 180`, `-31`, `> 1 000`. */
export function offsetNs({ ns, signed, atLeast }: Pick<Offset, 'ns' | 'signed' | 'atLeast'>): string {
  const sign = signed ? (ns > 0 ? '+' : '') : atLeast ? '> ' : '';
  return `${sign}${formatQuantity(ns)}`;
}

/** With its unit: `+1.18 µs`, `over 1 µs`. */
export function offsetWords({ ns, signed, atLeast }: Pick<Offset, 'ns' | 'signed' | 'atLeast'>): string {
  if (signed) return formatOffset(ns);
  return `${atLeast ? 'over ' : ''}${formatOffset(ns).replace('+', '')}`;
}

/** The limits that hold for an offset: those of its instance, or the platform's own. */
export function limitsFor(clock: HostClock, offset: Pick<Offset, 'instance'>) {
  return clock.instances.find(({ name }) => name === offset.instance)?.limits ?? DEFAULT_LIMITS;
}

export type OffsetLook = { ink: string; words: string | null };

/** Colour by the platform's limit alone; what the telecom line says is said in words. */
export function offsetLook(clock: HostClock, offset: Offset, line: ReferenceLine): OffsetLook {
  const { platform, insideReference } = judgeOffset(offset.ns, limitsFor(clock, offset), line);
  const over = `over the line of ${formatOffset(line.ns).replace('+', '')}`;
  if (platform === 'major') return { ink: 'text-major-fg', words: 'over the platform’s major limit' };
  if (platform === 'minor') {
    return {
      ink: 'text-minor-fg',
      words: `over the platform’s minor limit${insideReference ? '' : `, ${over}`}`,
    };
  }
  return insideReference
    ? { ink: 'text-ink-2', words: null }
    : { ink: 'text-ink font-medium', words: `inside the platform’s limit, ${over}` };
}
