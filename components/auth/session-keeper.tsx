'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { laterPart } from '@/components/ui/later-part';
import type { SessionView } from '@/lib/domain/session-view';
import { serverNow } from '@/lib/queries/clock';
import { watchActivity } from '@/lib/queries/session-activity';
import { hearOtherTabs } from '@/lib/queries/session-channel';
import { clockOf } from '@/lib/queries/session-clock';
import { recheckSession, seedSession, sessionState } from '@/lib/queries/session-store';

// Not in the first load: it is fetched right after, long before it is needed.
const SessionDialog = laterPart(async () => (await import('./session-dialog')).SessionDialog);

export interface SessionKeeperProps {
  /** The session as the server rendered the page. */
  view: SessionView;
  idleMinutes: number;
}

/**
 * Once, in the console's layout, inside the query provider: keeps the session's clock, reports human input, follows
 * the other tabs and shows the dialog when the end is near.
 */
export function SessionKeeper({ view, idleMinutes }: SessionKeeperProps) {
  const client = useQueryClient();
  useEffect(() => seedSession({ view, idleMs: idleMinutes * 60_000 }), [view, idleMinutes]);

  useEffect(() => {
    const idleMs = idleMinutes * 60_000;
    const reportedAt = view.idleEndsAt - idleMs - (serverNow() - Date.now());
    return watchActivity(idleMs, reportedAt, () => clockOf(sessionState(), serverNow()).phase !== 'fine');
  }, [view, idleMinutes]);

  useEffect(
    () =>
      hearOtherTabs(async (news) => {
        if (news === 'signed-out') {
          client.clear();
          window.location.assign('/login');
          return;
        }
        const before = sessionState().view;
        if ((await recheckSession()) !== true) return;
        const after = sessionState().view;
        // Somebody else, or another project: nothing on this page is theirs.
        if (before?.userName !== after?.userName || before?.project !== after?.project)
          window.location.reload();
        else client.invalidateQueries();
      }),
    [client],
  );

  return <SessionDialog onRenewed={() => client.invalidateQueries()} idleMinutes={idleMinutes} />;
}
