'use client';
/** Calls whoever asked to be told of a host, on whatever page they are by now, and on the desktop. */
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent } from 'react';
import { notify } from '@/components/ui/notify';
import { toasts } from '@/components/ui/toast-store';
import type { Host } from '@/lib/domain/host';
import { awaitedHosts, hearHosts } from '@/lib/queries/awaited-hosts';
import { useStore } from '@/lib/queries/store';
import { useView } from '@/lib/queries/view';
import { hostHref } from '../host-identity';

export function HostCalls() {
  return useStore(awaitedHosts).size > 0 ? <Listener /> : null;
}

/** Of a phone in a pocket. */
const SHAKE_MS = 300;

function Listener() {
  const hosts = useView('hosts', {})?.data?.hosts;
  const router = useRouter();
  const call = useEffectEvent((all: readonly Host[]) => {
    for (const { host, call } of hearHosts(all)) {
      const href = call.last ? hostHref(host) : `${hostHref(host)}/provision`;
      const id = `call-${host.id}`;
      const words = { title: call.title, detail: call.body, action: { label: 'Open', href } };
      toasts.start({ id, ...words, stays: true });
      toasts.update(id, { stage: call.well ? 'done' : 'failed' });
      notify({ tag: id, title: call.title, body: call.body, href }, (to) => router.push(to));
      navigator.vibrate?.(SHAKE_MS);
    }
  });
  useEffect(() => {
    if (hosts) call(hosts);
  }, [hosts]);
  return null;
}
