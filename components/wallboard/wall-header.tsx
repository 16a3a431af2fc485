'use client';
/** Which cloud, as of when, and what time it is. */
import { BrandMark } from '@/components/ui/glyphs/brand-mark';
import { formatCounted } from '@/lib/format/number';
import { useView } from '@/lib/queries/view';
import { WallClock } from './wall-clock';
import { Moment } from './wall-moment';

/** @param asOf epoch milliseconds of the oldest reading the board stands on @param late one of them failed last time */
export function WallHeader({ asOf, late, dead }: { asOf: number | null; late: boolean; dead: boolean }) {
  const system = useView('system', {})?.data;
  const hosts = useView('hosts', {})?.data?.hosts;
  return (
    <header className="wall-header">
      <span className="wall-brand">
        <BrandMark />
      </span>
      <h1>{system?.name ?? 'Roost'}</h1>
      {hosts && asOf !== null && <span className="wall-sub">{formatCounted(hosts.length, 'host')}</span>}
      <span className="wall-space" />
      {asOf !== null && !dead && (
        <span className="wall-sub wall-fresh">
          <FreshMark late={late} />
          as of <Moment at={asOf} />
          {late && <span className="sr-only">, the newest try failed</span>}
        </span>
      )}
      <WallClock />
    </header>
  );
}

/** Only a reading that answered is marked as good. */
function FreshMark({ late }: { late: boolean }) {
  return (
    <svg viewBox="0 0 14 14" className="wall-dot" fill="none" aria-hidden="true">
      {late ? (
        <circle cx="7" cy="7" r="5.8" stroke="var(--unk-line)" strokeWidth="2" strokeDasharray="3 2" />
      ) : (
        <circle cx="7" cy="7" r="7" fill="var(--ok-fill)" />
      )}
    </svg>
  );
}
