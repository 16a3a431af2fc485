'use client';
/** What came of sending: the platform's words, the way back to the step they are about, or that nobody knows yet. */
import { LostNote } from '@/components/action/lost-note';
import { Button } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { Refusal } from '@/components/ui/refusal';
import { hostName, isProvisioned } from '@/lib/domain/host';
import { newHostName } from '@/lib/domain/new-host/draft';
import { macOwner, stepOfRefusal } from '@/lib/domain/new-host/faults';
import { STEP_NAMES } from './guide-frame';
import type { AddHost } from './use-add-host';
import type { SendHost } from './use-send-host';

export function SendAnswer({ add, run: { busy, failure, lost } }: { add: AddHost; run: SendHost }) {
  const name = newHostName(add.draft.host);
  return (
    <>
      {busy && (
        <Note tone="info" live="polite" title="Sent.">
          The platform has not answered yet. If the link is lost now, nothing is sent a second time.
        </Note>
      )}
      <LostNote lost={lost} deed={`${name} was added`} state={stateOf(add)} />
      {failure && <Failed failure={failure} name={name} add={add} />}
    </>
  );
}

/** What the newest reading of the hosts says of the address. */
function stateOf({ draft, hosts }: AddHost): string {
  const owner = macOwner(draft.host.mac, hosts);
  if (!owner) return 'no host has this address';
  return isProvisioned(owner) ? `${hostName(owner)} has this address now` : 'the node still waits for a name';
}

type FailedProps = { failure: NonNullable<SendHost['failure']>; name: string; add: AddHost };

function Failed({ failure, name, add }: FailedProps) {
  if (failure.kind === 'unauthenticated') {
    return (
      <Note tone="major" live="alert" title="Your session has ended.">
        Nothing was added. Sign in again, what you typed is still here.
      </Note>
    );
  }
  const step = failure.kind === 'refused' ? stepOfRefusal(failure.message) : null;
  return (
    <Refusal
      title={
        failure.kind === 'unavailable' ? `It is not known whether ${name} was added` : `${name} was not added`
      }
      message={failure.message}
      service={failure.service ?? null}
      status={failure.status ? failure.status : null}
      requestId={failure.requestId ?? null}
      actions={step && <Button onClick={() => add.go(step)}>Change it in {STEP_NAMES[step]}</Button>}
    />
  );
}
