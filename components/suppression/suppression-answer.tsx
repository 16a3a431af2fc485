import { Note } from '@/components/ui/note';
import { Refusal } from '@/components/ui/refusal';
import type { Failure } from '@/lib/domain/result';
import { WISH_WORDS, type Wish } from '@/lib/domain/suppression';

/** What came of a try that was not accepted. No answer, or one that cannot be read, is not a refusal. */
export function SuppressionAnswer({ failure, wish, name }: { failure: Failure; wish: Wish; name: string }) {
  const { participle } = WISH_WORDS[wish];
  if (failure.kind === 'unauthenticated') {
    return (
      <Note tone="major" live="alert" title="Your session has ended.">
        Nothing was changed. Sign in again.
      </Note>
    );
  }
  const unsure = failure.kind === 'unavailable' || failure.kind === 'unreadable';
  return (
    <Refusal
      title={
        unsure
          ? `It is not known whether ${name} was ${participle}. Look at the list before you try again`
          : `${name} was not ${participle}`
      }
      message={failure.message}
      service={failure.service ?? null}
      status={failure.status ? failure.status : null}
      requestId={failure.requestId ?? null}
    />
  );
}
