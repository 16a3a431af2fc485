'use client';
/** The devices of a host with their labels and images, put together of what the platform says. */
import { useMemo } from 'react';
import { type DeviceImages, imageProgress } from '@/lib/domain/device/device-image';
import { isAccelerator } from '@/lib/domain/device/device-kind';
import type { Host } from '@/lib/domain/host';
import { serverNow } from '@/lib/queries/clock';
import { isStale } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';

/** Nothing of images was read yet, or could be. */
const NONE: DeviceImages = { images: [], labels: [], states: [], unread: [], unreadable: [] };

export function useHostDevices(host: Host) {
  const seen = useView('hostDevices', { hostId: host.id });
  const seenImages = useView('deviceImages', {});
  const images = seenImages?.data ?? NONE;
  const rows = seen?.data?.rows;
  const accelerators = useMemo(() => rows?.filter(isAccelerator) ?? [], [rows]);
  const states = useMemo(() => images.states.filter(({ hostId }) => hostId === host.id), [images, host.id]);
  const progress = useMemo(() => imageProgress(states), [states]);
  return {
    ...{ host, seen, seenImages, rows, images, accelerators, states, progress },
    stale: isStale(seen, serverNow()),
  };
}

export type HostDevicesModel = ReturnType<typeof useHostDevices>;
