'use client';
/** What was done to an application through this console, newest first: its own audit trail. */
import Link from 'next/link';
import { ReadFailed } from '@/components/shell/states/read-failed';
import { Panel } from '@/components/ui/panel';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import { deedOf, deedSentence } from '@/lib/domain/deed';
import { formatCounted } from '@/lib/format/number';
import { useView } from '@/lib/queries/view';

export function HistoryPanel({ application }: { application: string }) {
  const seen = useView('applicationHistory', { application });
  const lines = seen?.data?.lines;
  if (!lines && seen?.error) return <ReadFailed what="The history" error={seen.error} />;
  return (
    <Panel
      title="History"
      {...(lines ? { meta: formatCounted(lines.length, 'change') } : {})}
      foot={
        <>
          <span className="min-w-0 flex-1">
            What was done through this console. Other ways to the platform leave nothing here.
          </span>
          <Link
            className="link"
            href={`/system/audit?${new URLSearchParams({ find: application })}`}
            prefetch={false}
          >
            Audit trail
          </Link>
        </>
      }
    >
      {!lines && <SkeletonRows label="Reading the history" rows={4} />}
      {lines?.length === 0 && <p className="px-3.5 pb-3.5 text-ink-3">Nothing was changed here.</p>}
      {lines && lines.length > 0 && (
        <ol>
          {lines.map((line) => (
            <li
              key={line.id}
              className="flex flex-wrap items-baseline gap-x-3 border-line border-t px-3.5 py-2"
            >
              <Time at={line.at} className="mono text-ink-3" />
              <span className="min-w-0 flex-1 basis-64 text-ink-2 [overflow-wrap:anywhere]">
                {deedSentence(deedOf(line))}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
