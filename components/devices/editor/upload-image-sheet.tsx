'use client';
/** A new device image from this computer: streamed through the console to the platform, applied to nothing yet. */
import { StepSheet } from '@/components/action/step-sheet';
import { UploadCancelled, UploadProgress } from '@/components/action/upload-progress';
import { FileField } from '@/components/ui/file-field';
import { type DeviceFacts, mayChangeDevices } from '@/lib/domain/device/device-rules';
import { uploadCli, uploadTitle } from '@/lib/domain/device/image-upload';
import { allowed } from '@/lib/domain/result';
import { formatBytes } from '@/lib/format/bytes';
import { useViewer } from '@/lib/queries/viewer';
import { ImageText, TargetChoice, TypeChoice, TypeFields } from './image-fields';
import { useImageForm } from './use-image-form';
import { useImageUpload } from './use-image-upload';

type Props = { facts: DeviceFacts; mostMb: number; onClose: () => void };

export function UploadImageSheet({ facts, mostMb, onClose }: Props) {
  const { viewer } = useViewer();
  const form = useImageForm(facts, mostMb);
  const { file, pick, wrongFile, upload, gap, dirty } = form;
  const run = useImageUpload(file);
  const { sending, cancelled } = run;
  const calls = upload && gap === null ? [upload] : [];
  const taken = facts.images.images.some(({ name }) => name !== null && name === upload?.name);
  return (
    <StepSheet
      title="Add a device image"
      sentence="For the whole cloud. Nothing is written to any device before the image is applied."
      button="Upload image"
      done={`${upload?.name ?? file?.name ?? 'The image'} was uploaded`}
      {...{ run, calls, gap, dirty, onClose }}
      lines={calls.map((call) => ({ title: uploadTitle(call), sent: true, verdict: allowed }))}
      titleOf={uploadTitle}
      may={mayChangeDevices(viewer)}
      commands={calls.map(uploadCli)}
    >
      <FileField
        label="File"
        help={file ? formatBytes(file.size) : 'The bitstream as the vendor gives it'}
        error={wrongFile}
        onPick={pick}
      />
      <TypeChoice form={form} />
      <TypeFields form={form} />
      <TargetChoice form={form} />
      <div className="grid gap-3 sm:grid-cols-2">
        <ImageText
          {...{ form, name: 'name', label: 'Name' }}
          mono
          optional
          help={taken ? 'Another image has this name too' : null}
        />
        <ImageText {...{ form, name: 'version', label: 'Version' }} mono optional />
      </div>
      <ImageText {...{ form, name: 'description', label: 'Description' }} optional />
      {sending && (
        // In view wherever somebody has scrolled to.
        <div className="sticky -bottom-4 z-10 border-t border-line bg-raised py-3">
          <UploadProgress sending={sending} />
        </div>
      )}
      {cancelled && <UploadCancelled wholeSent={cancelled.wholeSent} what="image" />}
    </StepSheet>
  );
}
