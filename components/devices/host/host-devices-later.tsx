'use client';
import type { ComponentProps } from 'react';
import { later } from '@/components/ui/later';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { useLater } from '@/components/ui/use-later';
import type { HostDevicesBody } from './host-devices';

const body = later(async () => (await import('./host-devices')).HostDevicesBody);

/** The tab's code comes after the head of the host, which every tab has. */
export function HostDevices(props: ComponentProps<typeof HostDevicesBody>) {
  const Body = useLater(body);
  return Body ? <Body {...props} /> : <SkeletonBlock className="h-64" />;
}
