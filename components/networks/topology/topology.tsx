'use client';
/** The topology of the cloud: the drawing or the table, and what is open beside it. */
import { Network, SearchX } from 'lucide-react';
import { useHydrated, useMedia } from '@/components/table/use-media';
import { EmptyState } from '@/components/ui/empty-state';
import { later } from '@/components/ui/later';
import { laterPart } from '@/components/ui/later-part';
import { NotRead } from '@/components/ui/not-read';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { useLater } from '@/components/ui/use-later';
import { useParams } from '@/lib/url/use-params';
import { TopologyNotes } from './topology-notes';
import { TOPOLOGY_PARAMS } from './topology-params';
import { TopologyTools } from './topology-tools';
import { type TopologyModel, useTopology } from './use-topology';
import { useTopologyTrace } from './use-topology-trace';

/** Code of their own: a person looks at one of them at a time. */
const drawing = later(async () => (await import('./topology-drawing')).TopologyDrawing);
const table = later(async () => (await import('./topology-table')).TopologyTable);
const cards = later(async () => (await import('./topology-cards')).TopologyCards);
const TopologyDrawer = laterPart(async () => (await import('./topology-drawer')).TopologyDrawer);

export function TopologyBoard() {
  const seen = useTopology();
  const { model, reading, hostsError } = seen;
  const failed = !model && (reading?.error ?? hostsError);
  return (
    <>
      <TopologyNotes seen={seen} />
      {model ? (
        <Board model={model} stale={seen.stale} />
      ) : failed ? (
        <NotRead fills="page" icon={<Network aria-hidden />} title="No topology to show" error={failed} />
      ) : (
        <SkeletonBlock className="h-96" />
      )}
    </>
  );
}

function Board({ model, stale }: { model: TopologyModel; stale: boolean }) {
  const [{ show }] = useParams(TOPOLOGY_PARAMS);
  const selection = useTopologyTrace(model.topology);
  const narrow = useMedia('(max-width: 719px)');
  const drawn = !(useHydrated() && narrow);
  const { open, closeDetails } = selection;
  return (
    <div className="flex min-w-0 gap-3">
      <div className="flex min-w-0 flex-1 flex-col gap-3">
        <TopologyTools model={model} drawn={drawn} />
        {model.left.length === 0 ? (
          <EmptyState
            icon={<SearchX aria-hidden />}
            title={model.all.length === 0 ? 'No hosts yet' : 'No host matches'}
          >
            {model.all.length > 0 && 'Search and filters hide every host.'}
          </EmptyState>
        ) : drawn && show === 'drawing' ? (
          <Drawn model={model} selection={selection} stale={stale} />
        ) : drawn ? (
          <Listed model={model} stale={stale} />
        ) : (
          <Cards model={model} stale={stale} />
        )}
      </div>
      {open !== null && drawn && show === 'drawing' && (
        <TopologyDrawer model={model} at={open} onClose={closeDetails} />
      )}
    </div>
  );
}

function Drawn(props: {
  model: TopologyModel;
  selection: ReturnType<typeof useTopologyTrace>;
  stale: boolean;
}) {
  const Drawing = useLater(drawing);
  const { model, selection, stale } = props;
  if (!Drawing) return <SkeletonBlock className="h-96" />;
  return <Drawing topology={model.topology} selection={selection} stale={stale} />;
}

function Cards(props: { model: TopologyModel; stale: boolean }) {
  const List = useLater(cards);
  return List ? <List {...props} /> : <SkeletonBlock className="h-96" />;
}

function Listed(props: { model: TopologyModel; stale: boolean }) {
  const Table = useLater(table);
  return Table ? <Table {...props} /> : <SkeletonBlock className="h-96" />;
}
