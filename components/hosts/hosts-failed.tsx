import { Unplug, UserLock } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import type { Failure } from '@/lib/domain/result';

/** The first reading failed: there is nothing to show, and that is not the same as no hosts. */
export function HostsFailed({ error, what = 'Hosts' }: { error: Failure; what?: string }) {
  if (error.kind === 'forbidden') {
    return (
      <EmptyState icon={<UserLock aria-hidden />} title={`This project may not read ${what.toLowerCase()}`}>
        <span className="mono">{error.message}</span>
        {error.requestId && <span className="mono block text-ink-3">{error.requestId}</span>}
        {error.service ?? 'The platform'} refused the roles you have in this project. Sign in to another one.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<Unplug aria-hidden />} title={`${what} could not be read`}>
      <span className="mono">{error.message}</span>
      {error.requestId && <span className="mono block text-ink-3">{error.requestId}</span>}
      The list fills by itself when {error.service ?? 'the platform'} answers.
    </EmptyState>
  );
}
