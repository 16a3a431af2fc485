import { UserLock } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { NotRead } from '@/components/ui/not-read';
import type { Failure } from '@/lib/domain/result';

/** The first reading failed: nothing to show, which is not the same as no alarm. */
export function AlarmsFailed({ error }: { error: Failure }) {
  if (error.kind !== 'forbidden') return <NotRead title="Alarms could not be read" error={error} />;
  return (
    <EmptyState icon={<UserLock aria-hidden />} title="This project may not read alarms">
      <span className="mono">{error.message}</span>
      {error.requestId && <span className="mono block text-ink-3">{error.requestId}</span>}
      Sign in to another project.
    </EmptyState>
  );
}
