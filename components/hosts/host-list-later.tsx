'use client';
/** What a list of hosts and a host's head need only once somebody acts: the menu and the bulk bar, and with them all rules about actions. */
import { type ComponentProps, useEffect } from 'react';
import { later } from '@/components/ui/later';
import { useLater } from '@/components/ui/use-later';
import type { Host } from '@/lib/domain/host';
import type { HostMenuItems } from './host-menu';

const acts = later(async () => ({
  ...(await import('./host-menu')),
  ...(await import('./host-bulk')),
}));

/** Fetches it once the page is quiet. */
export function useActsSoon(): void {
  useEffect(() => {
    const timer = setTimeout(() => void acts.load().catch(() => undefined), 800);
    return () => clearTimeout(timer);
  }, []);
}

export function LaterHostMenuItems(props: ComponentProps<typeof HostMenuItems>) {
  const held = useLater(acts);
  return held ? <held.HostMenuItems {...props} /> : null;
}

export function LaterHostBulk({ hosts }: { hosts: readonly Host[] }) {
  const held = useLater(acts);
  return held ? <held.HostBulk hosts={hosts} /> : null;
}
