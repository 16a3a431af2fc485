'use client';
/** Device images of the cloud: what each is, what it is applied by, and where it stands. */
import { Panel } from '@/components/ui/panel';
import { Pill } from '@/components/ui/pill';
import {
  type DeviceImage,
  imageName,
  imageProgress,
  labelWords,
  typeWords,
} from '@/lib/domain/device/device-image';
import { takesImages } from '@/lib/domain/device/device-kind';
import { deleteImageVerdict } from '@/lib/domain/device/device-rules';
import { allowed, denied } from '@/lib/domain/result';
import { formatCounted } from '@/lib/format/number';
import { raiseFirst } from '@/lib/format/words';
import { DeviceButton } from '../editor/device-button';
import type { HostDevicesModel } from './use-host-devices';

/** Shown where there is something that images are for, or where something is known of one. */
export function ImagePanel({ model, mostMb }: { model: HostDevicesModel; mostMb: number }) {
  const { host, images, states, accelerators, seenImages } = model;
  if (!seenImages?.data || (!accelerators.some(takesImages) && states.length === 0)) return null;
  const unread = images.unread.some(({ part }) => part === 'images');
  return (
    <Panel
      title="Device images"
      meta="Of the whole cloud"
      actions={
        <DeviceButton hostId={host.id} job={{ job: 'upload-image', mostMb }}>
          Add an image…
        </DeviceButton>
      }
    >
      {unread ? (
        <p className="px-3.5 pb-3.5 text-unk-fg">Unknown</p>
      ) : images.images.length === 0 ? (
        <p className="px-3.5 pb-3.5 text-ink-2">The platform has none.</p>
      ) : (
        <ul aria-label="Device images" className="divide-y divide-line border-t border-line">
          {images.images.map((image) => (
            <ImageRow key={image.id} image={image} model={model} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function ImageRow({ image, model }: { image: DeviceImage; model: HostDevicesModel }) {
  const { host, images } = model;
  const progress = imageProgress(images.states.filter(({ imageId }) => imageId === image.id));
  const where = [
    ...(progress.written > 0 ? [`written to ${formatCounted(progress.written, 'device')}`] : []),
    ...(progress.writing > 0 ? [`being written to ${progress.writing}`] : []),
    ...(progress.waiting > 0 ? [`waits for ${progress.waiting}`] : []),
    ...(progress.failed > 0 ? [`failed on ${progress.failed}`] : []),
  ];
  const job = (name: 'apply-image' | 'take-off-image' | 'delete-image') => ({ job: name, image: image.id });
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3.5 py-2.5">
      <div className="flex min-w-0 flex-[1_1_260px] flex-col gap-0.5">
        <span className="flex min-w-0 flex-wrap items-baseline gap-2">
          <span className="mono font-medium text-ink [overflow-wrap:anywhere]">{imageName(image)}</span>
          <Pill>{typeWords(image.type)}</Pill>
          {image.bmc && <Pill>BMC</Pill>}
        </span>
        <span className="text-small text-ink-2 [overflow-wrap:anywhere]">{aboutImage(image)}</span>
        <span className="text-small text-ink-2 [overflow-wrap:anywhere]">
          {image.appliedTo.length === 0
            ? 'Applied to nothing'
            : `Applied to ${image.appliedTo.map(labelWords).join(', ')}`}
          {where.length > 0 && `, ${where.join(', ')}`}
        </span>
      </div>
      <div className="flex flex-wrap gap-2">
        <DeviceButton hostId={host.id} job={job('apply-image')} aria-label={`Apply ${imageName(image)}…`}>
          Apply…
        </DeviceButton>
        <DeviceButton
          hostId={host.id}
          job={job('take-off-image')}
          aria-label={`Take off ${imageName(image)}…`}
          verdict={image.appliedTo.length > 0 ? allowed : denied('It is applied to nothing.')}
        >
          Take off…
        </DeviceButton>
        <DeviceButton
          hostId={host.id}
          job={job('delete-image')}
          variant="danger"
          aria-label={`Delete ${imageName(image)}…`}
          verdict={deleteImageVerdict(image, images)}
        >
          Delete…
        </DeviceButton>
      </div>
    </li>
  );
}

function aboutImage({ description, version, bitstreamId, revokeKeyId }: DeviceImage): string {
  const facts = [
    ...(description === null ? [] : [description]),
    ...(version === null ? [] : [`version ${version}`]),
    ...(bitstreamId === null ? [] : [bitstreamId]),
    ...(revokeKeyId === null ? [] : [`revokes key ${revokeKeyId}`]),
  ];
  return raiseFirst(facts.join(', '));
}
