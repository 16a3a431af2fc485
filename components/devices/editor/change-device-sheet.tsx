'use client';
/** What the platform lets people change of a device: its name, and whether workloads may have it. */
import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Note } from '@/components/ui/note';
import { TextField } from '@/components/ui/text-field';
import { deviceName } from '@/lib/domain/device/device-kind';
import { hostName } from '@/lib/domain/host';
import type { PciDevice } from '@/lib/domain/host-parts';
import { DeviceSheet } from './device-sheet';
import type { OwnProps } from './own-props';

const MOST = 255;

export function ChangeDeviceSheet({ facts, own, onClose }: OwnProps<PciDevice>) {
  const [name, setName] = useState(own.name ?? '');
  const [enabled, setEnabled] = useState(own.enabled ?? false);
  const taken = facts.devices.find((one) => one.id !== own.id && one.name === name);
  const error =
    name.trim() === '' ? 'A name is needed' : name.length > MOST ? `At most ${MOST} characters` : null;
  const changes = [name !== own.name, enabled !== own.enabled].filter(Boolean).length;
  return (
    <DeviceSheet
      title={`Change ${deviceName(own)}`}
      sentence={`On ${hostName(facts.host)}, at ${own.address ?? 'an unknown address'}. It takes effect when the host is unlocked.`}
      button={`Save ${changes} ${changes === 1 ? 'change' : 'changes'}`}
      done={`${name} of ${hostName(facts.host)} was changed`}
      facts={facts}
      calls={error === null ? [{ do: 'device.change', device: own.id, to: { name, enabled } }] : []}
      gap={error ?? (changes === 0 ? 'Nothing has been changed' : null)}
      dirty={changes > 0}
      onClose={onClose}
    >
      <TextField
        label="Name"
        mono
        data-autofocus=""
        value={name}
        maxLength={MOST + 1}
        error={error}
        was={name === own.name ? null : (own.name ?? '')}
        help={taken ? `${taken.address ?? 'Another device'} has this name too` : null}
        onChange={(event) => setName(event.target.value)}
      />
      <Checkbox checked={enabled} onCheckedChange={setEnabled} label="Enabled" help="Workloads may have it" />
      {(own.totalVirtualFunctions ?? 0) > 0 && (
        <Note tone="info" title="Driver and VFs are not changed here.">
          This platform refuses it for every device. The operator of SR-IOV for FEC, an application, sets
          them.
        </Note>
      )}
    </DeviceSheet>
  );
}
