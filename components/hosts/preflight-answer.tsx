import { Note } from '@/components/ui/note';
import { Refusal } from '@/components/ui/refusal';
import { actionSpec, type HostAction } from '@/lib/domain/host-actions';
import type { Failure } from '@/lib/domain/result';

type Props = { failure: Failure; action: HostAction; name: string };

/** What came of a write that was not accepted. No answer is not a refusal: it may have been carried out. */
export function ActionAnswer({ failure, action, name }: Props) {
  const { participle } = actionSpec(action);
  if (failure.kind === 'unauthenticated') {
    return (
      <Note tone="major" live="alert" title="Your session has ended.">
        Nothing was changed. Sign in again, what you typed is still here.
      </Note>
    );
  }
  const source = {
    message: failure.message,
    service: failure.service ?? null,
    status: failure.status ? failure.status : null,
    requestId: failure.requestId ?? null,
  };
  if (failure.kind === 'unavailable') {
    return (
      <Refusal
        title={`It is not known whether ${name} was ${participle}. Look at it before you try again`}
        {...source}
      />
    );
  }
  return <Refusal title={`${name} was not ${participle}`} {...source} />;
}
