'use client';
/** Overview tab of a host: the worst thing first, then what it is made of, what it carries, what happened. */
import { laterPart } from '@/components/ui/later-part';
import { hostHref } from '../host-identity';
import { useHost } from '../use-host';
import { CarriesPanel } from './carries-panel';
import { FilesystemPanel } from './filesystem-panel';
import { HistoryPanel } from './history-panel';
import { IdentityPanel } from './identity-panel';
import { MemoryPanel } from './memory-panel';
import { ProcessorPanel } from './processor-panel';
import { RecentPanel } from './recent-panel';
import { SensorPanel } from './sensor-panel';
import { WorstAlarm } from './worst-alarm';

const ProvisionNote = laterPart(async () => (await import('../provision/provision-note')).ProvisionNote);

export function HostOverview({ hostRef }: { hostRef: string }) {
  const seen = useHost(hostRef);
  if (seen.state !== 'here') return null;
  const { host, alarms } = seen;
  return (
    <>
      <ProvisionNote host={host} />
      <WorstAlarm alarms={alarms} />
      <div className="grid items-start gap-3 lg:grid-cols-[minmax(0,2fr)_minmax(18rem,1fr)]">
        <div className="flex min-w-0 flex-col gap-3">
          <ProcessorPanel hostId={host.id} href={hostHref(host)} />
          <MemoryPanel hostId={host.id} href={hostHref(host)} />
          <div className="grid gap-3 md:grid-cols-2">
            <SensorPanel host={host} />
            <FilesystemPanel host={host} alarms={alarms} />
          </div>
          {host.hostname && <HistoryPanel hostname={host.hostname} alarms={alarms} />}
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          <IdentityPanel host={host} />
          <CarriesPanel host={host} />
          {host.hostname && <RecentPanel hostname={host.hostname} href={`${hostHref(host)}/events`} />}
        </div>
      </div>
    </>
  );
}
