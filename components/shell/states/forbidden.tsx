import { UserLock } from 'lucide-react';
import type { ReactNode } from 'react';
import { PageState } from './page-state';

/** What this role may not see or do, and who may. @param why a full sentence, ours or the platform's */
export function Forbidden({ why, action, asPage }: { why: string; action?: ReactNode; asPage?: boolean }) {
  return (
    <PageState
      icon={<UserLock size={24} strokeWidth={1.5} />}
      title="Not permitted"
      action={action}
      {...(asPage === undefined ? {} : { asPage })}
    >
      {why}
    </PageState>
  );
}
