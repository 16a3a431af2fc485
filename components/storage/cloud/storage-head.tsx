'use client';
/** The finding, its evidence, and the places of the room. */
import type { ReactNode } from 'react';
import { FindingLead } from '@/components/shell/finding-lead';
import { PageHeader } from '@/components/shell/page';
import { storageFinding } from '@/lib/domain/storage/cloud/finding';
import { StorageTabs } from './storage-tabs';
import type { StorageReading } from './use-storage';

export function StorageHead({ reading, actions }: { reading: StorageReading; actions?: ReactNode }) {
  const { storage, alarms, alarmsPending } = reading;
  const said = storage && !alarmsPending ? storageFinding(storage, alarms) : null;
  return (
    <>
      <PageHeader title="Storage" plainName lead={said && <FindingLead said={said} />} actions={actions} />
      <StorageTabs />
    </>
  );
}
