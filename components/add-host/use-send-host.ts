'use client';
/** Sending the new host: once, noted in the draft before it goes, and asked about when its answer got lost. */
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { type LostAnswer, useLostAnswer } from '@/components/action/use-lost-answer';
import { toasts } from '@/components/ui/toast-store';
import { hostName, isProvisioned } from '@/lib/domain/host';
import { newHostName } from '@/lib/domain/new-host/draft';
import { macOwner } from '@/lib/domain/new-host/faults';
import type { Failure } from '@/lib/domain/result';
import { serverNow } from '@/lib/queries/clock';
import { leftBefore } from '@/lib/queries/lost-answer';
import { sendNewHost } from '@/lib/queries/new-host-mutations';
import { useRefresh } from '@/lib/queries/view';
import type { AddHost } from './use-add-host';

export type SendHost = {
  busy: boolean;
  /** It was added: by this name. */
  added: string | null;
  failure: Failure | undefined;
  lost: LostAnswer;
  send: () => Promise<void>;
};

/** Where its installation is followed. */
export const provisionHref = (name: string): string => `/hosts/${encodeURIComponent(name)}/provision`;

export function useSendHost(add: AddHost): SendHost {
  const router = useRouter();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure>();
  const { host, sent } = add.draft;

  const finish = (name: string) => {
    setAdded(name);
    add.forget();
    const id = toasts.start({ title: `${name} was added` });
    toasts.update(id, { stage: 'done', detail: 'The platform took it' });
    router.push(provisionHref(name));
  };
  const there = () => {
    const owner = macOwner(host.mac, add.hosts);
    return owner && isProvisioned(owner) ? hostName(owner) : undefined;
  };
  const lost = useLostAnswer(
    ['hosts'],
    (found) => {
      const name = there();
      if (found.kind === 'accepted' || (found.kind === 'unknown' && name !== undefined)) {
        return finish(name ?? newHostName(host));
      }
      add.setSent(null);
      if (found.kind !== 'unheard') setFailure(found.failure);
    },
    sent && { failure: leftBefore(sent.submission), at: sent.at },
  );

  const send = async () => {
    const submission = crypto.randomUUID();
    const at = serverNow();
    setBusy(true);
    setFailure(undefined);
    lost.clear();
    // Before it goes: whoever reloads in between must not send it a second time.
    add.setSent({ submission, at });
    const answer = await sendNewHost(host, add.password, add.node, submission);
    setBusy(false);
    if (answer.ok) {
      finish(answer.data.host ? hostName(answer.data.host) : newHostName(host));
      void refresh(['hosts']);
    } else if (!lost.take(answer.error, at)) {
      add.setSent(null);
      setFailure(answer.error);
      // A refusal often means that a list is behind.
      void refresh(['hosts']);
    }
  };
  return { busy, added, failure, lost, send };
}
