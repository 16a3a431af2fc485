import { clsx } from 'clsx';

export type BarTone = 'neutral' | 'accent' | 'ok' | 'minor' | 'major' | 'crit';

export interface BarProps {
  /** A sentence with the figures: "/var/log, 6.1 of 8 GiB". The number also stands beside in print. */
  label: string;
  /** What the whole width stands for, in the unit of the parts. */
  max: number;
  parts: readonly { value: number; tone?: BarTone }[];
  className?: string;
}

/** Capacity: one flat bar. Widths are SVG attributes, which the content security policy does not touch. */
export function Bar({ label, max, parts, className }: BarProps) {
  const whole = max > 0 ? max : 1;
  let start = 0;
  const drawn = parts.map((part) => {
    const x = start;
    const width = Math.min(Math.max((part.value / whole) * 100, 0), 100 - x);
    start = x + width;
    return { x, width, tone: part.tone ?? 'neutral' };
  });
  return (
    <svg className={clsx('bar', className)} role="img" aria-label={label} width="100%" height="6">
      <title>{label}</title>
      {drawn.map((part) => (
        <rect
          key={part.x}
          x={`${part.x}%`}
          width={`${part.width}%`}
          height="100%"
          className={`fill-${part.tone}`}
        />
      ))}
    </svg>
  );
}

/**
 * Tone of a filesystem or memory bar by the platform's own thresholds: major from 80 %, critical from 90 %
 * (alarm 100.104 and 100.103, collectd's df and memory plugins).
 */
export function capacityTone(used: number, total: number): BarTone {
  if (!(total > 0)) return 'neutral';
  const share = used / total;
  return share >= 0.9 ? 'crit' : share >= 0.8 ? 'major' : 'neutral';
}
