'use client';
/** Above the drawing: search, the way to look, what is followed; what can be done on the host's storage stands at the end. */
import { DrawingTools } from '@/components/drawing/drawing-tools';
import { useParams } from '@/lib/url/use-params';
import { HostStorageActions } from '../editor/host-actions';
import { HostFsTools } from '../filesystems/host-fs-actions';
import { STORAGE_PARAMS } from './storage-params';
import type { HostStorageModel } from './use-host-storage';
import type { StorageSelection } from './use-storage-selection';

const WAYS = [
  { value: 'drawing', label: 'Drawing and table' },
  { value: 'table', label: 'Table' },
] as const;

type Props = { model: HostStorageModel; selection: StorageSelection };

export function StorageTools({ model: { host, storage, layout }, selection }: Props) {
  const [{ show, q }, set] = useParams(STORAGE_PARAMS);
  const { pinned, trace, hits, showDetails, clear } = selection;
  const node = pinned === null ? undefined : layout.byKey.get(pinned);
  const way = layout.nodes.flatMap(({ key, name }) =>
    key !== node?.key && trace.nodes.has(key) ? name : [],
  );
  return (
    <DrawingTools
      label="Search the storage of this host"
      placeholder="Device, serial, volume"
      query={q}
      onQuery={(text) => set({ q: text }, 'typing')}
      way={show}
      ways={WAYS}
      onWay={(next) => set({ show: next }, 'push')}
      followed={{ node: node ? { ...node, way } : null, hits: hits?.size ?? null, showDetails, clear }}
    >
      <HostStorageActions host={host} storage={storage} />
      <HostFsTools host={host} />
    </DrawingTools>
  );
}
