'use client';
/** Devices tab of a host: accelerators first, everything on its PCI bus, and the images that FPGAs are given. */
import { CircuitBoard } from 'lucide-react';
import { DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { laterPart } from '@/components/ui/later-part';
import { NotRead } from '@/components/ui/not-read';
import { ReadingNotes } from '@/components/ui/reading-notes';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { deviceName } from '@/lib/domain/device/device-kind';
import { findHost, type Host } from '@/lib/domain/host';
import type { PciDevice } from '@/lib/domain/host-parts';
import { useView } from '@/lib/queries/view';
import { useOpenRow } from '@/lib/url/open-row';
import { AcceleratorCards } from './accelerator-cards';
import { DEVICE_COLUMNS, DeviceCard } from './device-columns';
import { ImagePanel } from './image-panel';
import { ImageWork } from './image-work';
import { useHostDevices } from './use-host-devices';

const DeviceDrawer = laterPart(async () => (await import('./device-drawer')).DeviceDrawer);

const keyOf = ({ id }: PciDevice) => id;
const nameOf = (row: PciDevice) => deviceName(row);
const SORT = { id: 'address', desc: false };
const PART_WORDS = { images: 'device images', labels: 'labels of devices', states: 'what became of images' };

/** mostMb: largest image that this console takes, in 10^6 bytes. */
type Props = { hostRef: string; mostMb: number };

export function HostDevicesBody({ hostRef, mostMb }: Props) {
  const hosts = useView('hosts', {})?.data?.hosts;
  const host = hosts && findHost(hosts, hostRef);
  // That the host is gone, or that hosts could not be read, is said around this tab.
  return host ? <Devices host={host} mostMb={mostMb} /> : <SkeletonBlock className="h-64" />;
}

function Devices({ host, mostMb }: { host: Host; mostMb: number }) {
  const model = useHostDevices(host);
  const { seen, seenImages, rows, images, stale } = model;
  const [open, setOpen] = useOpenRow();
  const own = rows?.find(({ id, address }) => id === open || address === open);
  return (
    <div className="flex min-w-0 gap-3">
      <div className="flex min-w-0 flex-1 flex-col gap-3">
        {rows && <ReadingNotes what="The devices of this host" reading={seen} unread={[]} odd={[]} />}
        <ReadingNotes
          what="What is said of device images"
          reading={seenImages}
          unread={images.unread.map(({ part, message }) => ({ name: PART_WORDS[part], message }))}
          odd={images.unreadable}
        />
        <ImageWork model={model} />
        <AcceleratorCards model={model} open={own?.id ?? null} onOpen={setOpen} />
        <DataTable
          id="host-devices"
          noun={{ one: 'device', many: 'devices' }}
          columns={DEVICE_COLUMNS}
          rows={rows}
          rowKey={keyOf}
          rowLabel={nameOf}
          unreadable={(seen?.data?.unreadable ?? []).map(({ id, name, why }, index) => ({
            ...{ key: `unreadable ${id ?? index}`, label: name ?? id ?? 'Without a name', why },
          }))}
          defaultSort={SORT}
          searchPlaceholder="Name, address, device"
          detail
          onOpen={(row) => setOpen(keyOf(row))}
          card={(row) => <DeviceCard row={row} />}
          stale={stale}
          empty={
            <EmptyState
              icon={<CircuitBoard size={24} strokeWidth={1.5} />}
              title="The platform lists no devices of this host"
            >
              It takes stock of them while the host is installed. Network ports are in tab Network.
            </EmptyState>
          }
          failed={
            seen?.error && !rows && <NotRead title="The devices could not be read" error={seen.error} />
          }
        />
        <ImagePanel model={model} mostMb={mostMb} />
      </div>
      {open !== null && rows && (
        <DeviceDrawer key={open} model={model} own={own} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}
