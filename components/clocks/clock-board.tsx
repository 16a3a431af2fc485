'use client';
/** The tree, or the list where the address filters and on a phone, and the open clock beside it. */
import { useHydrated, useMedia } from '@/components/table/use-media';
import { useServerTime } from '@/components/timing/server-time';
import { later } from '@/components/ui/later';
import { laterPart } from '@/components/ui/later-part';
import { Note } from '@/components/ui/note';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import { useLater } from '@/components/ui/use-later';
import { byUrgency } from '@/lib/domain/clock/clock-row';
import { type ClocksSeen, useStateBands } from '@/lib/queries/clocks';
import { changeSearch, useSearchText } from '@/lib/url/address';
import { useOpenRow } from '@/lib/url/open-row';
import { useParams } from '@/lib/url/use-params';
import { ClockCard } from './clock-card';
import { clockList } from './clock-list-later';
import { CLOCK_PARAMS, showsList } from './clock-params';
import { Bands } from './list-band';
import { useClockPage } from './use-clock-page';

const ClockDrawer = laterPart(async () => (await import('./clock-drawer')).ClockDrawer);

/** Code of its own each: the finding, the facts and the most urgent clocks are there before. */
const clockTree = later(async () => await import('./clock-tree'));
const ClocksFailed = laterPart(async () => (await import('./clocks-failed')).ClocksFailed);
const OddClocks = laterPart(async () => (await import('./odd-clocks')).OddClocks);

const FRAME = 'flex min-h-0 flex-[0_1_auto] flex-col overflow-hidden rounded-3 border border-line bg-surface';

export function ClockBoard() {
  const seen = useClockPage();
  const [params] = useParams(CLOCK_PARAMS);
  const minute = useServerTime(60_000);
  const { bands } = useStateBands(seen.clocks?.rows, params.last, minute);
  const search = useSearchText();
  const narrow = useMedia('(max-width: 719px)');
  const hydrated = useHydrated();
  const [open] = useOpenRow();
  const tree = useLater(clockTree);
  const { clocks, hosts, stale } = seen;
  if (!clocks) {
    return (
      <div className={FRAME}>
        {hosts?.error ? (
          <ClocksFailed error={hosts.error} />
        ) : (
          <SkeletonRows label="Reading clocks" rows={8} columns={[34, 18, 8, 12, 10, 18]} />
        )}
      </div>
    );
  }
  const drawer = open !== null && (
    <ClockDrawer key={open} host={open} seen={seen} clocks={clocks} onClose={closeClock} />
  );
  const asList = showsList(search, params.show);
  return (
    <>
      <Troubles seen={seen} />
      {clocks.unreadable.length > 0 && <OddClocks unreadable={clocks.unreadable} />}
      {asList || (hydrated && narrow) ? (
        <ListLater rows={clocks.rows} bands={bands} stale={stale} aside={drawer} />
      ) : tree ? (
        <tree.ClockTree clocks={clocks} bands={bands} stale={stale} drawer={drawer} beside={open !== null} />
      ) : (
        <FirstCards rows={clocks.rows} bands={bands} />
      )}
    </>
  );
}

const closeClock = () => changeSearch({ open: null, tab: null }, 'push');

type ListProps = {
  rows: Parameters<typeof FirstCards>[0]['rows'];
  bands: Parameters<typeof FirstCards>[0]['bands'];
  stale: boolean;
  aside: React.ReactNode;
};

/** The table's code comes when there is a list to show; until then, the most urgent of it. */
function ListLater(props: ListProps) {
  const List = useLater(clockList);
  if (List) return <List {...props} />;
  return <FirstCards {...props} />;
}

function FirstCards(props: {
  rows: NonNullable<ClocksSeen['clocks']>['rows'];
  bands: ReturnType<typeof useStateBands>['bands'];
}) {
  const worst = [...props.rows].sort(byUrgency).slice(0, 20);
  return (
    <Bands value={props.bands}>
      <ScrollRegion className="min-h-0 md:overflow-auto" aria-label="Most urgent clocks">
        <ul className="flex flex-col gap-2">
          {worst.map((row) => (
            <li key={row.host} className="rounded-3 border border-line bg-surface px-3.5 py-3">
              <ClockCard row={row} />
            </li>
          ))}
        </ul>
      </ScrollRegion>
    </Bands>
  );
}

/** One note for all that could not be read: what it means here, and since when what is shown is old. */
function Troubles({ seen: { troubles } }: { seen: ClocksSeen }) {
  const [first] = troubles;
  if (!first) return null;
  const service = first.error.service ?? 'The platform';
  return (
    <Note
      tone="unknown"
      live="polite"
      className="flex-none"
      title={`${troubles.map(({ what }) => what).join(', ')} could not be read.`}
    >
      {first.error.message}
      {first.asOf !== undefined && (
        <>
          {' '}
          You see {service === 'fm' ? 'alarms' : 'data'} from <Time at={first.asOf} form="clock" />. What they
          alone vouch for is unknown.
        </>
      )}
    </Note>
  );
}
