'use client';
/** Sensors tab of a host: how many say what, its board management, and each sensor and group with what can be done to it. */
import type { ReactNode } from 'react';
import { laterPart } from '@/components/ui/later-part';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { findHost, type Host } from '@/lib/domain/host';
import { useView } from '@/lib/queries/view';
import { useOpenRow } from '@/lib/url/open-row';
import { SensorCountsPanel } from './sensor-counts';
import { SensorNotes } from './sensor-notes';
import { SensorTables } from './sensor-tables';
import { useHostSensors } from './use-host-sensors';

const SensorDrawer = laterPart(async () => (await import('./sensor-drawer')).SensorDrawer);

export function HostSensorsBody({ hostRef, children }: { hostRef: string; children: ReactNode }) {
  const hosts = useView('hosts', {})?.data?.hosts;
  const host = hosts && findHost(hosts, hostRef);
  // That the host is gone, or that hosts could not be read, is said around this tab.
  return host ? <Seen host={host}>{children}</Seen> : <SkeletonBlock className="h-64" />;
}

function Seen({ host, children }: { host: Host; children: ReactNode }) {
  const seen = useHostSensors(host);
  const [open, setOpen] = useOpenRow();
  return (
    <div className="flex min-w-0 gap-3">
      <div className="flex min-w-0 flex-1 flex-col gap-3">
        <SensorNotes seen={seen} />
        <div className="grid items-start gap-3 lg:grid-cols-2">
          <SensorCountsPanel seen={seen} />
          {children}
        </div>
        <SensorTables seen={seen} opened={open} />
      </div>
      {open !== null && (
        <SensorDrawer seen={seen} at={open} onClose={() => setOpen(null)} onOpen={(key) => setOpen(key)} />
      )}
    </div>
  );
}
