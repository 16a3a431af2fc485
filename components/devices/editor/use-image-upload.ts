'use client';
/** One press of the sheet's button: the image on its way, and what came of it. */
import { useState } from 'react';
import type { StepRunState } from '@/components/action/use-step-run';
import type { ImageUpload } from '@/lib/domain/device/image-upload';
import type { Failure } from '@/lib/domain/result';
import type { Sending } from '@/lib/queries/file-upload';
import { imageUploads, sendImage } from '@/lib/queries/image-upload';
import { useStore } from '@/lib/queries/store';
import { useRefresh } from '@/lib/queries/view';

export type ImageRun = StepRunState<ImageUpload> & {
  sending: Sending | null;
  /** The last try was cancelled. */
  cancelled: { wholeSent: boolean } | undefined;
};

/** The failure of an upload says by itself when nobody knows what became of it: there is no action to ask the console about. */
const NOT_ASKED: StepRunState<ImageUpload>['lost'] = {
  ...{ waiting: null, found: null, off: null },
  take: () => false,
  clear: () => {},
};

/** @param file null while none is picked: then nothing is sent */
export function useImageUpload(file: File | null): ImageRun {
  const refresh = useRefresh();
  const sending = useStore(imageUploads.sending);
  const [failure, setFailure] = useState<Failure>();
  const [cancelled, setCancelled] = useState<ImageRun['cancelled']>();

  const send: ImageRun['send'] = async ([upload]) => {
    if (!upload || !file) return false;
    setFailure(undefined);
    setCancelled(undefined);
    const end = await sendImage(file, upload);
    await refresh(['deviceImages']);
    if (end.ok === 'cancelled') setCancelled(end);
    else if (!end.ok) setFailure(end.error);
    return end.ok === true;
  };
  return {
    ...{ busy: sending !== null, failure, sending, cancelled, send },
    ...{ results: [], failedCall: undefined, sent: undefined, lost: NOT_ASKED },
  };
}
