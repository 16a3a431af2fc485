'use client';
/** What workloads are placed for: each accelerator with its VFs, its driver, and the images that it has or is to get. */
import { clsx } from 'clsx';
import { Bar } from '@/components/ui/bar';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { Pill } from '@/components/ui/pill';
import { imageName, labelWords, statusLook, statusWords } from '@/lib/domain/device/device-image';
import { deviceKind, deviceName, KIND_WORDS } from '@/lib/domain/device/device-kind';
import type { PciDevice } from '@/lib/domain/host-parts';
import { vfWords } from './device-columns';
import type { HostDevicesModel } from './use-host-devices';

type Props = { model: HostDevicesModel; open: string | null; onOpen: (id: string) => void };

export function AcceleratorCards({ model, open, onOpen }: Props) {
  if (model.accelerators.length === 0) return null;
  return (
    <section aria-label="Accelerators" className={clsx(model.stale && 'grayscale')}>
      <ul className="grid gap-3 [grid-template-columns:repeat(auto-fill,minmax(min(100%,300px),1fr))]">
        {model.accelerators.map((device) => (
          <li key={device.id} className="min-w-0">
            <button
              type="button"
              aria-expanded={device.id === open}
              className="panel flex h-full w-full min-w-0 flex-col gap-2 p-3.5 text-left hover:border-control aria-expanded:border-accent"
              onClick={() => onOpen(device.id)}
            >
              <Head device={device} />
              <Functions device={device} />
              <Labels device={device} model={model} />
              <Images device={device} model={model} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Head({ device }: { device: PciDevice }) {
  return (
    <span className="flex min-w-0 flex-col gap-0.5">
      <span className="flex min-w-0 flex-wrap items-baseline gap-2">
        <span className="font-medium text-ink [overflow-wrap:anywhere]">
          {device.device ?? KIND_WORDS[deviceKind(device)]}
        </span>
        <Pill>{KIND_WORDS[deviceKind(device)]}</Pill>
        {device.enabled === false && <Pill tone="minor">Not enabled</Pill>}
      </span>
      <span className="text-small text-ink-2 [overflow-wrap:anywhere]">
        <span className="mono">{deviceName(device)}</span>, <span className="mono">{device.address}</span>,
        NUMA node {device.node ?? 'unknown'}
      </span>
    </span>
  );
}

function Functions({ device }: { device: PciDevice }) {
  const total = device.totalVirtualFunctions ?? 0;
  const words = vfWords(device);
  return (
    <span className="flex flex-col gap-1">
      <span className="flex flex-wrap justify-between gap-x-3 text-small text-ink-2">
        <span>
          Driver <span className="mono text-ink">{device.driver ?? 'none'}</span>
        </span>
        {words && (
          <span>
            VFs <span className="text-ink tabular-nums">{words}</span>
            {device.virtualFunctionDriver && (
              <>
                , <span className="mono">{device.virtualFunctionDriver}</span>
              </>
            )}
          </span>
        )}
      </span>
      {words && device.virtualFunctions !== null && (
        <Bar
          label={`${words} VFs`}
          max={total}
          parts={[{ value: Math.min(device.virtualFunctions, total), tone: 'accent' }]}
        />
      )}
    </span>
  );
}

function Labels({ device, model }: { device: PciDevice; model: HostDevicesModel }) {
  const own = model.images.labels.filter(({ deviceId }) => deviceId === device.id);
  if (own.length === 0) return null;
  return (
    <span className="flex flex-wrap gap-1.5">
      {own.map((label) => (
        <Pill key={label.id}>
          <span className="mono [overflow-wrap:anywhere]">{labelWords(label)}</span>
        </Pill>
      ))}
    </span>
  );
}

function Images({ device, model }: { device: PciDevice; model: HostDevicesModel }) {
  const own = model.states.filter(({ deviceId }) => deviceId === device.id);
  return own.map(({ id, imageId, status }) => {
    const image = model.images.images.find((one) => one.id === imageId);
    return (
      <span key={id} className="flex min-w-0 items-center gap-1.5 text-small">
        <StateGlyph state={statusLook(status)} size={14} />
        <span className="mono min-w-0 [overflow-wrap:anywhere]">{image ? imageName(image) : 'An image'}</span>
        <span className="text-ink-2">{statusWords(status)}</span>
      </span>
    );
  });
}
