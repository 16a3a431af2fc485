'use client';
/** What maintenance is doing on hosts at this moment, in its own words. */
import { InProgressArc } from '@/components/ui/glyphs/state-glyph';
import { hostName, isChanging } from '@/lib/domain/host';
import { formatCount } from '@/lib/format/number';
import { useView } from '@/lib/queries/view';

export function Running({ most }: { most: number }) {
  const hosts = useView('hosts', {})?.data?.hosts;
  const busy = (hosts ?? []).filter(isChanging);
  return (
    <section className="wall-cell" aria-labelledby="wall-running">
      <h2 id="wall-running">Running now{busy.length > 0 && `, ${formatCount(busy.length)}`}</h2>
      {!hosts && <p className="wall-none">Hosts could not be read</p>}
      {hosts && busy.length === 0 && <p className="wall-none">No host has a task</p>}
      <ul>
        {busy.slice(0, most).map((host) => (
          <li key={host.id}>
            <InProgressArc className="wall-glyph-s" />
            <span className="mono">{hostName(host)}</span>
            <span className="wall-what">{host.task?.trim() || host.install.state || 'In test'}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
