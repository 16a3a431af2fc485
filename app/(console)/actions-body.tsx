'use client';
import Link from 'next/link';
import { ActionRunner } from '@/components/action/action-runner';
import { alarmSheets } from '@/components/alarms/alarm-sheets';
import { applicationSheets } from '@/components/applications/application-sheets';
import { registrySheets } from '@/components/applications/registry/registry-sheets';
import { Attention } from '@/components/attention/attention';
import { clockConfigSheets } from '@/components/clock-config/clock-config-sheets';
import { deviceSheets } from '@/components/devices/editor/device-sheets';
import { PreflightAway } from '@/components/hosts/preflight-away';
import { PreflightRuns } from '@/components/hosts/preflight-runs';
import { hostSheets } from '@/components/hosts/preflight-sheets';
import { HostCalls } from '@/components/hosts/provision/host-calls';
import { kubeSheets } from '@/components/kubernetes/kube-sheets';
import { labelSheets } from '@/components/labels/label-sheets';
import { networkSheets } from '@/components/networks/cloud/network-sheets';
import { interfaceSheets } from '@/components/networks/interface-editor/interface-sheets';
import { sensorSheets } from '@/components/sensors/sensor-sheets';
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
  ...registrySheets,
  ...clockConfigSheets,
  ...kubeSheets,
  ...networkSheets,
  ...interfaceSheets,
  ...storageSheets,
  ...hostFsSheets,
  ...storageEditorSheets,
  ...sensorSheets,
  ...labelSheets,
  ...deviceSheets,
};

/** Everything that can be done, from any page: the sheets, what became of it, and the page that waits. */
export function ActionsBody() {
  return (
    <>
      <ActionRunner sheets={SHEETS} />
      <PreflightRuns />
      <PreflightAway />
      <HostCalls />
      <Toaster link={Link} />
      <Attention />
    </>
  );
}
