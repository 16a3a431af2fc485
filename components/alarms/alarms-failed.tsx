import { Unplug, UserLock } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import type { Failure } from '@/lib/domain/result';

/** The first reading failed: nothing to show, which is not the same as no alarm. */
export function AlarmsFailed({ error }: { error: Failure }) {
  const forbidden = error.kind === 'forbidden';
  return (
    <EmptyState
      icon={forbidden ? <UserLock aria-hidden /> : <Unplug aria-hidden />}
      title={forbidden ? 'This project may not read alarms' : 'Alarms could not be read'}
    >
      <span className="mono">{error.message}</span>
      {error.requestId && <span className="mono block text-ink-3">{error.requestId}</span>}
      {forbidden
        ? 'Sign in to another project.'
        : `The list fills by itself when ${error.service ?? 'the platform'} answers.`}
    </EmptyState>
  );
}
