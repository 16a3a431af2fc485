'use client';
/** What there is to write to the devices of a host, how far it is, and what can be done about it. */
import { Note } from '@/components/ui/note';
import { abortImagesVerdict, writeImagesVerdict } from '@/lib/domain/device/device-rules';
import { formatCounted } from '@/lib/format/number';
import { DeviceButton } from '../editor/device-button';
import type { HostDevicesModel } from './use-host-devices';

export function ImageWork({ model: { host, progress } }: { model: HostDevicesModel }) {
  const { waiting, writing, failed, written } = progress;
  const update = host.deviceImageUpdate;
  const counts = [
    ...(writing > 0 ? [`${writing} being written`] : []),
    ...(waiting > 0 ? [`${waiting} to be written`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(written > 0 ? [`${written} written`] : []),
  ].join(', ');
  if (update === 'in-progress-aborted') {
    return (
      <Note tone="minor" live="polite" title="Writing device images is being aborted.">
        The one that is being written is written to its end: {counts}.
      </Note>
    );
  }
  if (update === 'in-progress') {
    return (
      <Note
        tone="accent"
        live="polite"
        title="Device images are being written."
        action={
          <DeviceButton
            hostId={host.id}
            job={{ job: 'abort-images' }}
            variant="danger"
            verdict={abortImagesVerdict(host)}
          >
            Abort…
          </DeviceButton>
        }
      >
        {counts || 'Nothing is known of any image'}. The host is not to be locked meanwhile.
      </Note>
    );
  }
  if (waiting + failed === 0) return null;
  return (
    <Note
      tone={failed > 0 ? 'major' : 'minor'}
      live="polite"
      title={
        failed > 0
          ? `${formatCounted(failed, 'device image')} could not be written.`
          : `${formatCounted(waiting, 'device image')} ${waiting === 1 ? 'waits' : 'wait'} to be written.`
      }
      action={
        <DeviceButton hostId={host.id} job={{ job: 'write-images' }} verdict={writeImagesVerdict(host)}>
          Write images…
        </DeviceButton>
      }
    >
      {counts}. What is written runs once the host is rebooted.
    </Note>
  );
}
