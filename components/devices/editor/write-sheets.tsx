'use client';
/** Writing what is applied to the devices of a host, and leaving the rest of it. */
import { SheetHeading } from '@/components/action/check-list';
import { SheetRow } from '@/components/action/sheet-row';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { Note } from '@/components/ui/note';
import {
  type ImageState,
  imageName,
  isToWrite,
  statusLook,
  statusWords,
} from '@/lib/domain/device/device-image';
import { deviceName } from '@/lib/domain/device/device-kind';
import type { DeviceFacts } from '@/lib/domain/device/device-rules';
import { hostName } from '@/lib/domain/host';
import { DeviceSheet } from './device-sheet';

type Props = { facts: DeviceFacts; onClose: () => void };

const ownStates = ({ host, images }: DeviceFacts): ImageState[] =>
  images.states.filter(({ hostId }) => hostId === host.id);

export function WriteImagesSheet({ facts, onClose }: Props) {
  const name = hostName(facts.host);
  const states = ownStates(facts).filter(isToWrite);
  return (
    <DeviceSheet
      title={`Write device images on ${name}`}
      sentence="One after the other while the host runs. It cannot be locked meanwhile, and has to be rebooted afterwards."
      button="Write images"
      done={`${name} is writing device images`}
      facts={facts}
      calls={[{ do: 'images.write' }]}
      gap={states.length === 0 ? 'No image waits to be written' : null}
      onClose={onClose}
    >
      <StateRows title="What is written" facts={facts} states={states} />
      <Note tone="info">
        A functional image takes up to an hour. Until the host is rebooted devices run what they ran.
      </Note>
    </DeviceSheet>
  );
}

export function AbortImagesSheet({ facts, onClose }: Props) {
  const name = hostName(facts.host);
  const states = ownStates(facts);
  return (
    <DeviceSheet
      title={`Abort writing on ${name}`}
      sentence="The image that is being written is written to its end. The rest waits until it is asked for again."
      button="Abort"
      danger
      done={`Writing images on ${name} is being aborted`}
      facts={facts}
      calls={[{ do: 'images.abort' }]}
      gap={null}
      onClose={onClose}
    >
      <StateRows title="Where it stands" facts={facts} states={states} />
    </DeviceSheet>
  );
}

function StateRows(props: { title: string; facts: DeviceFacts; states: readonly ImageState[] }) {
  const { title, facts, states } = props;
  if (states.length === 0) return null;
  return (
    <div>
      <SheetHeading>{title}</SheetHeading>
      <ul>
        {states.map(({ id, imageId, deviceId, status }) => {
          const image = facts.images.images.find((one) => one.id === imageId);
          const device = facts.devices.find((one) => one.id === deviceId);
          return (
            <SheetRow
              key={id}
              icon={<StateGlyph state={statusLook(status)} size={16} />}
              title={image ? imageName(image) : 'An image that is not listed'}
              detail={`${device ? deviceName(device) : 'A device that is not listed'}. ${statusWords(status)}`}
            />
          );
        })}
      </ul>
    </div>
  );
}
