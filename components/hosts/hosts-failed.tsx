import { UserLock } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { NotRead } from '@/components/ui/not-read';
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
  return <NotRead title={`${what} could not be read`} error={error} />;
}
