import { Refusal } from '@/components/ui/refusal';
import type { Failure } from '@/lib/domain/result';

/** What could not be kept, and why, where it was asked for. */
export function MarkRefusal({ title, failure }: { title: string; failure: Failure | undefined }) {
  if (!failure) return null;
  const { message, service = null, status = null, requestId = null } = failure;
  return <Refusal title={title} message={message} service={service} status={status} requestId={requestId} />;
}
