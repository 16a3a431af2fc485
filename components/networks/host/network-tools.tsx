'use client';
/** Above the lanes: search, the way to look, what is followed, what a change needs. */
import { Copy, Lock, Plus } from 'lucide-react';
import Link from 'next/link';
import { DrawingTools } from '@/components/drawing/drawing-tools';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem } from '@/components/ui/menu';
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
  const { pinned, trace, hits, showDetails, clear } = selection;
  const { lanes } = model;
  const node = pinned === null ? undefined : lanes.byKey.get(pinned);
  const way = lanes.nodes
    .filter(({ key, column }) => key !== node?.key && column > 1 && trace.nodes.has(key))
    .toSorted((a, b) => a.column - b.column)
    .map(({ name }) => name);
  return (
    <DrawingTools
      label="Search the network of this host"
      placeholder="Port, MAC, VLAN"
      query={q}
      onQuery={(text) => set({ q: text }, 'typing')}
      way={show}
      ways={WAYS}
      onWay={(next) => set({ show: next }, 'push')}
      followed={{ node: node ? { ...node, way } : null, hits: hits?.size ?? null, showDetails, clear }}
    >
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
    </DrawingTools>
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
