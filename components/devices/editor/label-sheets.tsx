'use client';
/** Labels of a device: they say which images it gets. */
import { useState } from 'react';
import { GoesWithIt } from '@/components/action/goes-with-it';
import { Checkbox } from '@/components/ui/checkbox';
import { TextField } from '@/components/ui/text-field';
import { type DeviceLabel, imageName, labelWords, statusWords } from '@/lib/domain/device/device-image';
import { deviceName } from '@/lib/domain/device/device-kind';
import type { DeviceFacts } from '@/lib/domain/device/device-rules';
import { hostName } from '@/lib/domain/host';
import type { PciDevice } from '@/lib/domain/host-parts';
import { DeviceSheet } from './device-sheet';
import type { OwnProps } from './own-props';

const MOST = 255;

/** The platform's own word for the device in such a request, and what separates a key from its value. */
function keyError(key: string): string | null {
  if (key === '') return 'A key is needed';
  if (key === 'pcidevice_uuid') return 'The platform uses this word itself';
  if (/[\s=]/.test(key)) return 'Without spaces and =';
  return key.length > MOST ? `At most ${MOST} characters` : null;
}

function valueError(value: string): string | null {
  if (value === '') return 'A value is needed';
  if (/\s/.test(value)) return 'Without spaces';
  return value.length > MOST ? `At most ${MOST} characters` : null;
}

export function LabelDeviceSheet({ facts, own, onClose }: OwnProps<PciDevice>) {
  const [key, setKey] = useState('');
  const [value, setValue] = useState('');
  const [overwrite, setOverwrite] = useState(false);
  const wrong = keyError(key) ?? valueError(value);
  const there = facts.images.labels.filter((one) => one.deviceId === own.id && one.key === key);
  const waiting = facts.images.images.filter(({ appliedTo }) =>
    appliedTo.some((one) => one?.key === key && one.value === value),
  );
  return (
    <DeviceSheet
      title={`Label ${deviceName(own)}`}
      sentence={`On ${hostName(facts.host)}. Images that are applied by this label are then to be written to it.`}
      button="Add label"
      done={`${deviceName(own)} has the label ${key}=${value}`}
      facts={facts}
      calls={
        wrong === null
          ? [{ do: 'device-label.assign', device: own.id, labels: [{ key, value }], overwrite }]
          : []
      }
      gap={wrong}
      dirty={key !== '' || value !== ''}
      onClose={onClose}
    >
      <div className="grid gap-2 sm:grid-cols-2">
        <TextField
          label="Key"
          mono
          data-autofocus=""
          value={key}
          error={key === '' ? null : keyError(key)}
          help={there.length > 0 ? `It has ${there.map(labelWords).join(', ')}` : 'Such as fpga-type'}
          onChange={(event) => setKey(event.target.value)}
        />
        <TextField
          label="Value"
          mono
          value={value}
          error={value === '' ? null : valueError(value)}
          onChange={(event) => setValue(event.target.value)}
        />
      </div>
      <Checkbox
        checked={overwrite}
        onCheckedChange={setOverwrite}
        label="Overwrite its label of this key"
        help="Without it a device may have several of one key. What is known of images on this device is forgotten then"
      />
      {waiting.length > 0 && (
        <p>
          To be written to it: <span className="mono">{waiting.map(imageName).join(', ')}</span>
        </p>
      )}
      {overwrite && there.length > 0 && <Forgotten facts={facts} deviceId={own.id} />}
    </DeviceSheet>
  );
}

export function UnlabelDeviceSheet({ facts, own, onClose }: OwnProps<DeviceLabel>) {
  const device = facts.devices.find(({ id }) => id === own.deviceId);
  const name = device ? deviceName(device) : 'the device';
  return (
    <DeviceSheet
      title={`Remove label ${labelWords(own)}`}
      sentence={`Of ${name} on ${hostName(facts.host)}. Images that are applied by it do not mean this device any more.`}
      button="Remove label"
      danger
      done={`${name} lost the label ${labelWords(own)}`}
      facts={facts}
      calls={[{ do: 'device-label.remove', label: own.id }]}
      gap={null}
      onClose={onClose}
    >
      {own.deviceId !== null && <Forgotten facts={facts} deviceId={own.deviceId} />}
    </DeviceSheet>
  );
}

/** The platform forgets what it knows of every image on the device, whatever the label was for (device_label.py). */
function Forgotten({ facts: { images }, deviceId }: { facts: DeviceFacts; deviceId: string }) {
  const states = images.states.filter((one) => one.deviceId === deviceId);
  return (
    <GoesWithIt
      effects={states.map(({ imageId, status }) => {
        const image = images.images.find(({ id }) => id === imageId);
        return {
          title: `What is known of ${image ? imageName(image) : 'an image'} on this device`,
          detail: statusWords(status),
        };
      })}
    />
  );
}
