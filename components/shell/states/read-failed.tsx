'use client';

import { CircleHelp, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import type { Failure } from '@/lib/domain/result';
import { useRefresh } from '@/lib/queries/view';
import { Forbidden } from './forbidden';
import { PageState } from './page-state';
import { unreadSentence } from './unread-sentence';

/**
 * In place of a view that was never read: which service failed, what it said, and another try. What was read before
 * stays on the page instead, with its date; then this is not shown.
 * @param what what is missing, as a sentence begins: "Hosts"
 */
export function ReadFailed({
  what,
  error,
  asPage = false,
}: {
  what: string;
  error: Failure;
  asPage?: boolean;
}) {
  if (error.kind === 'forbidden') return <Forbidden why={error.message} asPage={asPage} />;
  return (
    <PageState
      asPage={asPage}
      icon={<CircleHelp size={24} strokeWidth={1.5} />}
      title={`${what} could not be read`}
      action={<TryAgain />}
    >
      <p>{unreadSentence(error)}</p>
      {error.requestId && (
        <p className="mt-1 inline-flex items-center gap-1 text-small text-ink-3">
          <span className="mono">{error.requestId}</span>
          <CopyButton text={error.requestId} label="Copy the request id" />
        </p>
      )}
    </PageState>
  );
}

/**
 * A line at the foot of a panel when one of its sources failed and the rest stands.
 * @param what what is missing: "Clock readings"
 */
export function SourceFailed({ what, error }: { what: string; error: Failure }) {
  return (
    <div className="panel-foot">
      <CircleHelp size={14} strokeWidth={1.75} aria-hidden className="flex-none text-unk-fg" />
      <span className="min-w-0 flex-1">
        {what} failed: {unreadSentence(error)}
      </span>
      <TryAgain quiet />
    </div>
  );
}

function TryAgain({ quiet = false }: { quiet?: boolean }) {
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    await refresh();
    setBusy(false);
  };
  return (
    <Button
      variant={quiet ? 'ghost' : 'default'}
      busy={busy}
      icon={quiet ? undefined : <RotateCw size={14} strokeWidth={1.75} aria-hidden />}
      onClick={() => void run()}
    >
      Try again
    </Button>
  );
}
