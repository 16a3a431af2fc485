import type { Lasting } from '@/lib/domain/event-lasting';
import { formatAge, formatDuration } from './time';

/**
 * How long an alarm stood, beside its raise or its clear: `cleared after 30 m`, `stood over 3 h`, `still stands, 40 m`.
 * @param raise whether it stands beside the raise
 * @param now epoch milliseconds
 */
export function lastingWords(lasting: Lasting, raise: boolean, now: number): string {
  switch (lasting.kind) {
    case 'stands':
      return `still stands, ${formatAge(now - lasting.since)}`;
    case 'gone':
      return 'stands no more';
    case 'unknown':
      return 'Unknown';
    case 'stood':
    case 'over': {
      const long = `${lasting.kind === 'over' ? 'over ' : ''}${formatDuration(lasting.ms)}`;
      return raise ? `cleared after ${long}` : `stood ${long}`;
    }
  }
}

/** The same as whole seconds, so far where it still stands; null where it is not known. */
export function lastingSeconds(lasting: Lasting, now: number): number | null {
  if (lasting.kind === 'stands') return Math.max(0, Math.floor((now - lasting.since) / 1_000));
  return 'ms' in lasting ? Math.floor(lasting.ms / 1_000) : null;
}
