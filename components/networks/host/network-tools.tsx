'use client';
/** Above the lanes: search, the way to look, what is followed, what a change needs. */
import { Copy, Lock, Plus } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { SearchField } from '@/components/ui/search-field';
import { Segmented } from '@/components/ui/segmented';
import { createVerdict } from '@/lib/domain/network/interface-rules';
import { useParams } from '@/lib/url/use-params';
import { InterfaceButton } from '../interface-editor/interface-button';
import { NETWORK_PARAMS } from './network-params';
import type { HostNetworkModel } from './use-host-network';
import type { Selection } from './use-selection';

const WAYS = [
  { value: 'lanes', label: 'Lanes and table' },
  { value: 'table', label: 'Table' },
] as const;

export function NetworkTools({ model, selection }: { model: HostNetworkModel; selection: Selection }) {
  const [{ show, q }, set] = useParams(NETWORK_PARAMS);
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-2">
      <SearchField
        label="Search the network of this host"
        placeholder="Port, MAC, VLAN"
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
      {model.changeHint && (
        <span className="flex items-center gap-1.5 text-small text-ink-3">
          <Lock size={14} strokeWidth={1.75} aria-hidden />
          {model.changeHint}
        </span>
      )}
      <CopyMenu host={model.host.hostname ?? model.host.id} />
      <InterfaceButton
        hostId={model.host.id}
        job={{ job: 'create' }}
        verdict={createVerdict({
          ...{ host: model.host, system: model.system },
          interfaces: model.network.interfaces,
        })}
        icon={<Plus size={14} strokeWidth={1.75} aria-hidden />}
      >
        Create interface…
      </InterfaceButton>
    </div>
  );
}

/** Both ways: what this host has for others, and what another has for this one. @param host hostname */
function CopyMenu({ host }: { host: string }) {
  const ref = encodeURIComponent(host);
  return (
    <Menu
      label="Copy layout"
      trigger={<Button icon={<Copy size={14} strokeWidth={1.75} aria-hidden />}>Copy layout</Button>}
    >
      <MenuItem asChild>
        <Link href={`/networks/copy?from=${ref}`}>Copy to other hosts…</Link>
      </MenuItem>
      <MenuItem asChild>
        <Link href={`/networks/copy?to=${ref}`}>Copy layout from…</Link>
      </MenuItem>
    </Menu>
  );
}

/** As many names as fit in a line. */
const NAMED = 3;

/** What is pinned, where its way leads, and the ways to more and to less. */
function Followed({ model: { lanes }, selection }: { model: HostNetworkModel; selection: Selection }) {
  const { pinned, trace, hits, showDetails, clear } = selection;
  const node = pinned === null ? undefined : lanes.byKey.get(pinned);
  if (!node) {
    return hits ? (
      <span role="status" className="ml-2 text-small text-ink-2">
        {hits.size === 0 ? 'Nothing here has that' : `${hits.size} found`}
      </span>
    ) : null;
  }
  const names = lanes.nodes
    .filter(({ key, column }) => key !== node.key && column > 1 && trace.nodes.has(key))
    .toSorted((a, b) => a.column - b.column)
    .map(({ name }) => name);
  const distinct = [...new Set(names)];
  const more = distinct.length - NAMED;
  return (
    <span className="ml-2 flex min-w-0 flex-wrap max-md:ml-0 items-center gap-x-2 gap-y-1 text-small text-ink-2">
      <span role="status" className="min-w-0 [overflow-wrap:anywhere]">
        Tracing <b className="mono font-medium text-ink">{node.name}</b>
        {distinct.length > 0 && `: ${distinct.slice(0, NAMED).join(', ')}`}
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
