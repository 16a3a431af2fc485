'use client';
/** What changes to devices are judged by, as it was last read. */
import type { DeviceFacts } from '@/lib/domain/device/device-rules';
import type { Host } from '@/lib/domain/host';
import { useView } from '@/lib/queries/view';

/** `error`: why there is nothing to judge by. */
export function useDeviceFacts(host: Host): { facts: DeviceFacts | undefined; error: string | undefined } {
  const devices = useView('hostDevices', { hostId: host.id });
  const images = useView('deviceImages', {});
  const unread = images?.data?.unread[0]?.message;
  if (!devices?.data || !images?.data || unread !== undefined) {
    return { facts: undefined, error: unread ?? devices?.error?.message ?? images?.error?.message };
  }
  return { facts: { host, devices: devices.data.rows, images: images.data }, error: undefined };
}
