'use client';
/** Above the drawing: search, the way to look, what is followed; what can be done on the host's storage stands at the end. */
import { SearchField } from '@/components/ui/search-field';
import { Segmented } from '@/components/ui/segmented';
import { useParams } from '@/lib/url/use-params';
import { STORAGE_PARAMS } from './storage-params';
import type { HostStorageModel } from './use-host-storage';
import type { StorageSelection } from './use-storage-selection';

const WAYS = [
  { value: 'drawing', label: 'Drawing and table' },
  { value: 'table', label: 'Table' },
] as const;

type Props = { model: HostStorageModel; selection: StorageSelection };

export function StorageTools({ model, selection }: Props) {
  const [{ show, q }, set] = useParams(STORAGE_PARAMS);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchField
        label="Search the storage of this host"
        placeholder="Device, serial, volume"
        value={q ?? ''}
        onValueChange={(text) => set({ q: text || null }, 'typing')}
        className="w-[220px] max-md:h-11 max-md:w-full"
      />
      <Segmented
        label="Way to look"
        value={show}
        options={WAYS}
        onValueChange={(way) => set({ show: way }, 'push')}
      />
      <Followed model={model} selection={selection} />
      <span className="flex-1" />
    </div>
  );
}

/** As many names as fit in a line. */
const NAMED = 3;

/** What is pinned, where its way leads, and the ways to more and to less. */
function Followed({ model: { layout }, selection }: Props) {
  const { pinned, trace, hits, showDetails, clear } = selection;
  const node = pinned === null ? undefined : layout.byKey.get(pinned);
  if (!node) {
    return hits ? (
      <span role="status" className="ml-2 text-small text-ink-2">
        {hits.size === 0 ? 'Nothing here has that' : `${hits.size} found`}
      </span>
    ) : null;
  }
  const names = layout.nodes.flatMap(({ key, name }) =>
    key !== node.key && trace.nodes.has(key) ? name : [],
  );
  const more = names.length - NAMED;
  return (
    <span className="ml-2 flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-small text-ink-2 max-md:ml-0">
      <span role="status" className="min-w-0 [overflow-wrap:anywhere]">
        Tracing <b className="mono font-medium text-ink">{node.name}</b>
        {names.length > 0 && `: ${names.slice(0, NAMED).join(', ')}`}
        {more > 0 && ` and ${more} more`}
      </span>
      <button type="button" className="link max-md:min-h-11" onClick={() => showDetails(node.key)}>
        Details
      </button>
      <button type="button" className="link max-md:min-h-11" onClick={clear}>
        Clear
      </button>
    </span>
  );
}
