import { clsx } from 'clsx';
import type { StateBand } from '@/lib/domain/clock/state-band';
import { BandAxis } from './band';

const HEADS = [
  { id: 'name', label: 'Source and host clock', width: undefined, hide: '' },
  { id: 'state', label: 'PTP state', width: 176, hide: '' },
  { id: 'class', label: 'Class', width: 78, hide: 'lg', end: true },
  { id: 'system', label: 'System clock', width: 142, hide: 'lg' },
  { id: 'offset', label: 'Offset, ns', width: 96, hide: '', end: true },
  { id: 'hour', label: 'Last hour', width: 116, hide: 'xl' },
  { id: 'band', label: 'History', width: 240, hide: 'lg' },
] as const;
/** With the drawer beside it the list keeps what a person walks it by. */
const BESIDE: readonly string[] = ['name', 'state', 'offset'];
const hideClass = (hide: string) =>
  hide === 'lg' ? 'max-lg:hidden' : hide === 'xl' ? 'max-xl:hidden' : undefined;

export function TreeHead(props: { beside: boolean; bands: ReadonlyMap<string, StateBand> | undefined }) {
  const heads = HEADS.filter(({ id }) => !props.beside || BESIDE.includes(id));
  const [band] = props.bands?.values() ?? [];
  return (
    <>
      <colgroup>
        {heads.map(({ id, width, hide }) => (
          <col key={id} width={width} className={hideClass(hide)} />
        ))}
      </colgroup>
      <thead>
        <tr className="h-8">
          {heads.map((head) => (
            <th
              key={head.id}
              scope="col"
              className={clsx(
                'sticky top-0 z-10 border-b border-line bg-surface px-2.5 text-left text-small font-medium text-ink-3',
                head.id === 'name' && 'pl-3.5',
                'end' in head && 'text-right!',
                hideClass(head.hide),
              )}
            >
              {head.id === 'band' && band ? (
                <>
                  <span className="sr-only">{head.label}</span>
                  <BandAxis from={band.from} to={band.to} />
                </>
              ) : (
                head.label
              )}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}
