'use client';

import { unstable_isUnrecognizedActionError as isUnknownAction } from 'next/navigation';

/**
 * What an error boundary shows. The cause stays in the server's log; its digest leads there. Plain elements only:
 * every page carries this code, and what broke may be the very parts it would be made of.
 */
export function Broken({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const { digest } = error;
  const updated = isUnknownAction(error);
  return (
    <div className="page">
      <section className="panel">
        <div className="empty">
          <h1 tabIndex={-1} className="text-title">
            {updated ? 'The console was updated' : 'This page could not be drawn'}
          </h1>
          <div className="mx-auto max-w-[60ch] [overflow-wrap:anywhere]">
            <p>
              {updated
                ? 'This page is from before and can no longer ask for anything.'
                : 'The fault is in the console, not in the cloud. Nothing was changed by it.'}
            </p>
            {!updated && digest && (
              <p className="mt-1 text-small text-ink-3">
                Error <span className="mono select-all">{digest}</span>
              </p>
            )}
          </div>
          <div className="mt-2 flex items-center gap-2">
            {updated ? (
              <button type="button" className="btn" onClick={() => window.location.reload()}>
                Reload
              </button>
            ) : (
              <>
                <button type="button" className="btn" onClick={retry}>
                  Try again
                </button>
                <button type="button" className="btn btn-ghost" onClick={() => window.location.assign('/')}>
                  Open overview
                </button>
              </>
            )}
          </div>
        </div>
      </section>
    </div>
  );
}
