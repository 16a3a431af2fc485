'use client';
import Link from 'next/link';
import { ActionRunner } from '@/components/action/action-runner';
import { alarmSheets } from '@/components/alarms/alarm-sheets';
import { applicationSheets } from '@/components/applications/application-sheets';
import { Attention } from '@/components/attention/attention';
import { clockConfigSheets } from '@/components/clock-config/clock-config-sheets';
import { PreflightAway } from '@/components/hosts/preflight-away';
import { PreflightRuns } from '@/components/hosts/preflight-runs';
import { hostSheets } from '@/components/hosts/preflight-sheets';
import { networkSheets } from '@/components/networks/cloud/network-sheets';
import { interfaceSheets } from '@/components/networks/interface-editor/interface-sheets';
import { storageSheets } from '@/components/storage/cloud/storage-sheets';
import { storageEditorSheets } from '@/components/storage/editor/storage-sheets';
import { hostFsSheets } from '@/components/storage/filesystems/host-fs-sheets';
import { suppressionSheets } from '@/components/suppression/suppression-sheets';
import { Toaster } from '@/components/ui/toast';

const SHEETS = {
  ...hostSheets,
  ...suppressionSheets,
  ...alarmSheets,
  ...applicationSheets,
  ...clockConfigSheets,
  ...networkSheets,
  ...interfaceSheets,
  ...storageSheets,
  ...hostFsSheets,
  ...storageEditorSheets,
};

/** Everything that can be done, from any page: the sheets, what became of it, and the page that waits. */
export function ActionsBody() {
  return (
    <>
      <ActionRunner sheets={SHEETS} />
      <PreflightRuns />
      <PreflightAway />
      <Toaster link={Link} />
      <Attention />
    </>
  );
}
