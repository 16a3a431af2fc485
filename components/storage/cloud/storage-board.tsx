'use client';
/** The storage of the cloud on one page: what asks for a person first, then what there is. */
import { Database } from 'lucide-react';
import { NotRead } from '@/components/ui/not-read';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { AlarmPanel } from './alarm-panel';
import { BackendPanel } from './backend-panel';
import { CephPanel, hasCeph } from './ceph-panel';
import { ControllerFsPanel } from './controller-fs-panel';
import { FillPanel } from './fill-panel';
import { GroupPanel } from './group-panel';
import {
  AddBackend,
  AddMonitor,
  BackendActions,
  CreateTier,
  MonitorActions,
  ResizeControllerFs,
  TierActions,
} from './storage-actions';
import { StorageHead } from './storage-head';
import { StorageNotes } from './storage-notes';
import { type StorageReading, useStorage } from './use-storage';

export function StorageBoard() {
  const reading = useStorage();
  const { storage, error } = reading;
  return (
    <>
      <StorageHead reading={reading} />
      <StorageNotes reading={reading} />
      {storage ? (
        <Board reading={{ ...reading, storage }} />
      ) : error ? (
        <NotRead
          fills="page"
          icon={<Database aria-hidden />}
          title="The storage could not be read"
          error={error}
        />
      ) : (
        <SkeletonBlock className="h-96" />
      )}
    </>
  );
}

type Known = StorageReading & { storage: NonNullable<StorageReading['storage']> };

function Board({ reading: { storage, hosts, alarms, alarmsPending, stale } }: { reading: Known }) {
  const active = alarms?.alarms ?? [];
  return (
    <div
      data-stale={stale || undefined}
      className="grid items-start gap-3 data-stale:grayscale lg:grid-cols-2"
    >
      <div className="flex min-w-0 flex-col gap-3">
        {alarmsPending ? <SkeletonBlock className="h-40" /> : <FillPanel alarms={alarms} />}
        <BackendPanel
          storage={storage}
          alarms={active}
          action={<AddBackend storage={storage} />}
          rowActions={(row) => <BackendActions row={row} storage={storage} />}
        />
        <ControllerFsPanel
          storage={storage}
          hosts={hosts}
          action={<ResizeControllerFs storage={storage} />}
        />
        <GroupPanel storage={storage} hosts={hosts} alarms={active} />
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        {alarmsPending ? <SkeletonBlock className="h-24" /> : <AlarmPanel alarms={alarms} />}
        {hasCeph(storage) && (
          <CephPanel
            {...{ storage, hosts, alarms }}
            tierAction={<CreateTier storage={storage} />}
            tierActions={(tier) => <TierActions tier={tier} />}
            monitorAction={<AddMonitor storage={storage} hosts={hosts} />}
            monitorActions={(monitor) => <MonitorActions monitor={monitor} storage={storage} hosts={hosts} />}
          />
        )}
      </div>
    </div>
  );
}
