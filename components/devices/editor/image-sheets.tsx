'use client';
/** Device images: applied by a label, taken off, deleted. They belong to the cloud, not to one host. */
import { useState } from 'react';
import { GoesWithIt } from '@/components/action/goes-with-it';
import { Note } from '@/components/ui/note';
import { RadioGroup } from '@/components/ui/radio';
import {
  type DeviceImage,
  type ImageLabel,
  imageName,
  labelWords,
  sameLabel,
  typeWords,
} from '@/lib/domain/device/device-image';
import { applyVerdict, type DeviceFacts, meant } from '@/lib/domain/device/device-rules';
import { formatCounted } from '@/lib/format/number';
import { DeviceSheet } from './device-sheet';
import type { OwnProps } from './own-props';

const ALL = 'every FPGA';

/** Labels that devices have, or that an image is applied by already; every FPGA last. */
function labelsOf({ images }: DeviceFacts): (ImageLabel | null)[] {
  const all = [
    ...images.labels,
    ...images.images.flatMap(({ appliedTo }) => appliedTo.filter((one) => one !== null)),
  ];
  const labels = all.filter((one, at) => all.findIndex((other) => sameLabel(one, other)) === at);
  return [...labels.map(({ key, value }) => ({ key, value })), null];
}

const placesWords = (label: ImageLabel | null, facts: DeviceFacts): string =>
  label === null
    ? 'Those of all hosts'
    : `${formatCounted(meant(label, facts).length, 'device')} ${meant(label, facts).length === 1 ? 'has' : 'have'} it`;

export function ApplyImageSheet({ facts, own, onClose }: OwnProps<DeviceImage>) {
  const labels = labelsOf(facts);
  const options = labels.map((label) => {
    const verdict = applyVerdict(own, label, facts);
    return {
      ...{
        value: label === null ? ALL : labelWords(label),
        label: label === null ? 'Every FPGA' : labelWords(label),
      },
      help: placesWords(label, facts),
      ...(verdict.ok ? {} : { disabledReason: verdict.why }),
    };
  });
  const [picked, setPicked] = useState<string | null>(null);
  const index = options.findIndex(({ value }) => value === picked);
  const label = labels[index] ?? null;
  return (
    <DeviceSheet
      title={`Apply ${imageName(own)}`}
      sentence={`${typeWords(own.type)} image. It is to be written then, host by host: nothing is written yet.`}
      button="Apply image"
      done={`${imageName(own)} is applied`}
      facts={facts}
      calls={index < 0 ? [] : [{ do: 'image.apply', image: own.id, label }]}
      gap={index < 0 ? 'Choose what to apply it to' : null}
      onClose={onClose}
    >
      <RadioGroup
        label="Apply it to devices with"
        value={picked}
        onValueChange={setPicked}
        options={options}
      />
      {own.type === 'root-key' && (
        <Note tone="crit" title="A root key stays.">
          A device takes one, and nothing takes it back once it was written.
        </Note>
      )}
      {own.type === 'key-revocation' && (
        <Note tone="crit" title="A key that is revoked stays revoked.">
          Images that were signed with it are not taken any more.
        </Note>
      )}
    </DeviceSheet>
  );
}

export function TakeOffImageSheet({ facts, own, onClose }: OwnProps<DeviceImage>) {
  const options = own.appliedTo.map((label) => ({
    ...{ value: labelWords(label), label: label === null ? 'Every FPGA' : labelWords(label) },
    help: placesWords(label, facts),
  }));
  const [picked, setPicked] = useState<string | null>(
    options.length === 1 ? (options[0]?.value ?? null) : null,
  );
  const index = options.findIndex(({ value }) => value === picked);
  const label = own.appliedTo[index] ?? null;
  return (
    <DeviceSheet
      title={`Take off ${imageName(own)}`}
      sentence="What was written stays in the devices. What waits is not written any more."
      button="Take image off"
      danger
      done={`${imageName(own)} is taken off`}
      facts={facts}
      calls={index < 0 ? [] : [{ do: 'image.remove', image: own.id, label }]}
      gap={
        options.length === 0 ? 'It is applied to nothing' : index < 0 ? 'Choose what to take it off' : null
      }
      onClose={onClose}
    >
      <RadioGroup
        label="Take it off devices with"
        value={picked}
        onValueChange={setPicked}
        options={options}
      />
    </DeviceSheet>
  );
}

export function DeleteImageSheet({ facts, own, onClose }: OwnProps<DeviceImage>) {
  return (
    <DeviceSheet
      title={`Delete ${imageName(own)}`}
      sentence="Its file is deleted from the controllers. Devices keep what was written."
      button="Delete image"
      danger
      done={`${imageName(own)} was deleted`}
      facts={facts}
      calls={[{ do: 'image.delete', image: own.id }]}
      gap={null}
      onClose={onClose}
    >
      <GoesWithIt
        effects={own.appliedTo.map((label) => ({ title: `That it is applied to ${labelWords(label)}` }))}
      />
    </DeviceSheet>
  );
}
