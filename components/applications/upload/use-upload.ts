'use client';
/** One press of the button: the tarball on its way, or the platform asked to fetch it, and where to go afterwards. */
import { usePathname, useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useStepRun } from '@/components/action/use-step-run';
import { toasts } from '@/components/ui/toast-store';
import { callTitle, type UploadCall } from '@/lib/domain/application/application-calls';
import { sendApplicationCalls } from '@/lib/queries/application-mutations';
import { useStore } from '@/lib/queries/store';
import { sendTarball, tarballUploads } from '@/lib/queries/tarball-upload';
import { useRefresh } from '@/lib/queries/view';

const AFFECTED = ['applications', 'alarms'] as const;

export function useUpload() {
  const refresh = useRefresh();
  const router = useRouter();
  const here = usePathname();
  const steps = useStepRun(sendApplicationCalls, () => refresh(AFFECTED));
  const sending = useStore(tarballUploads.sending);
  const failed = useStore(tarballUploads.failed);
  const [cancelled, setCancelled] = useState<{ wholeSent: boolean }>();
  const still = useRef(here);
  still.current = here;

  /** Follows it in the list; who has gone elsewhere meanwhile stays there. */
  const follow = (call: UploadCall, name: string | null) => {
    const href = name === null ? '/applications' : `/applications?open=${encodeURIComponent(name)}`;
    const id = toasts.start({
      title: `${callTitle(call)}: taken by the platform`,
      action: { label: 'Follow it', href },
    });
    toasts.update(id, { stage: 'done' });
    if (window.location.pathname === still.current) router.push(href);
  };
  const send = async (call: UploadCall, file: File | null) => {
    setCancelled(undefined);
    tarballUploads.failed.set(null);
    if (file === null) {
      if (await steps.send([call], () => follow(call, null))) follow(call, null);
      return;
    }
    const end = await sendTarball({ file, ...call });
    // What is followed elsewhere is not judged here once more.
    if (end.ok === true) follow(call, end.data);
    await refresh(AFFECTED);
    if (end.ok === 'cancelled') setCancelled(end);
  };
  return {
    ...{ send, sending, cancelled },
    busy: steps.busy || sending !== null,
    failure: steps.failure ?? failed?.failure,
    lost: steps.lost,
  };
}
