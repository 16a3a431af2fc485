import { CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { CopyButton } from './copy-button';

export interface RefusalProps {
  /** Our sentence: what did not happen. "controller-0 was not locked". */
  title: ReactNode;
  /** The platform's words, unedited. */
  message: string;
  /** Who said it: "sysinv". */
  service?: string | null;
  /** HTTP status. */
  status?: number | null;
  /** As the service wrote it: "req-7f21c0a4-…". */
  requestId?: string | null;
  /** Ways out, under the box. */
  actions?: ReactNode;
}

/** What the platform refused, shown once and verbatim, with what its support needs to find it again. */
export function Refusal({ title, message, service, status, requestId, actions }: RefusalProps) {
  const source = [service, status ? `HTTP ${status}` : null].filter(Boolean).join(', ');
  return (
    <div>
      <div role="alert" className="note tone-crit">
        <span className="note-icon">
          <CircleX size={17} strokeWidth={1.75} aria-hidden className="text-crit-fg" />
        </span>
        <div className="flex min-w-0 flex-1 flex-col gap-1.5">
          <strong>{title}</strong>
          <p className="mono whitespace-pre-wrap text-small text-ink [overflow-wrap:anywhere]">{message}</p>
          {(source || requestId) && (
            <p className="flex flex-wrap items-center gap-x-2.5 text-small text-ink-2">
              {source}
              {requestId && (
                <span className="-my-1 inline-flex min-w-0 items-center gap-1">
                  <span className="mono [overflow-wrap:anywhere]">{requestId}</span>
                  <CopyButton text={requestId} label="Copy the request id" />
                </span>
              )}
            </p>
          )}
        </div>
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2 pt-2.5">{actions}</div>}
    </div>
  );
}
