'use client';
/** One host that gets the layout: how it stands, and opened what it would be given. */
import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { StepAnswer, StepRows } from '@/components/action/step-rows';
import { Button } from '@/components/ui/button';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { Note } from '@/components/ui/note';
import { hostName, isLocked } from '@/lib/domain/host';
import { allowed } from '@/lib/domain/result';
import { counted } from '@/lib/domain/words';
import { openAction } from '@/lib/queries/action-store';
import type { CopyRow } from '@/lib/queries/copy-run';
import { targetLook, wentWrong } from './target-look';
import { TargetPlanBody } from './target-plan';
import type { Target } from './use-copy';
import type { CopyChoices } from './use-copy-choices';

type Props = {
  target: Target;
  /** Hostname of the source. */
  source: string;
  /** What the newest run did with it. */
  row: CopyRow | undefined;
  startsOpen: boolean;
  busy: boolean;
  choices: CopyChoices;
};

export function TargetCard({ target, source, row, startsOpen, busy, choices }: Props) {
  const [chosen, setChosen] = useState<boolean | null>(null);
  const { host } = target;
  const { glyph, words } = targetLook(target, row);
  const open = chosen ?? (startsOpen || wentWrong(row));
  return (
    <details
      className="group/card panel"
      open={open}
      onToggle={(event) => {
        if (event.currentTarget.open !== open) setChosen(event.currentTarget.open);
      }}
    >
      <summary className="flex list-none flex-wrap items-center gap-x-2.5 gap-y-0.5 px-3.5 py-2.5 outline-offset-[-2px] hover:bg-hover max-md:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          size={14}
          strokeWidth={1.75}
          aria-hidden
          className="flex-none text-ink-3 group-open/card:rotate-90"
        />
        <StateGlyph state={glyph} size={16} />
        <h2 className="mono font-medium">{hostName(host)}</h2>
        <span className="min-w-0 text-ink-2 max-md:basis-full max-md:pl-6">{words}</span>
      </summary>
      {open && (
        <div className="flex flex-col gap-4 border-t border-line px-3.5 pt-3 pb-3.5">
          <Outcome row={row} />
          <Standing target={target} />
          {target.plan && (
            <TargetPlanBody plan={target.plan} host={host} source={source} busy={busy} choices={choices} />
          )}
          <Link
            className="link w-fit max-md:py-3"
            href={`/hosts/${encodeURIComponent(host.hostname ?? host.id)}/network`}
            prefetch={false}
          >
            {`Network of ${hostName(host)}`}
          </Link>
        </div>
      )}
    </details>
  );
}

function Outcome({ row }: { row: CopyRow | undefined }) {
  if (!row || row.state === 'waiting') return null;
  const { titles, results, failure } = row;
  return (
    <section aria-label="What came of it" className="flex flex-col gap-3">
      <StepAnswer results={results} failure={failure} />
      {results.length > 0 && (
        <StepRows
          lines={titles.map((title) => ({ title, sent: true, verdict: allowed }))}
          results={results}
        />
      )}
    </section>
  );
}

/** What stands in the way of it as a whole. */
function Standing({ target: { host, plan, error, odd } }: { target: Target }) {
  const name = hostName(host);
  const lock = plan?.blocked != null && !isLocked(host);
  return (
    <>
      {error !== undefined && (
        <Note tone="unknown" live="polite" title={`The network of ${name} could not be read.`}>
          <span className="mono">{error}</span>
        </Note>
      )}
      {odd > 0 && (
        <Note tone="unknown" title={`${counted(odd, 'interface')} of ${name} cannot be read.`}>
          The platform decides about what touches them.
        </Note>
      )}
      {plan?.blocked != null && (
        <Note
          tone="minor"
          className="max-md:flex-wrap"
          title={plan.blocked}
          action={lock && <Button onClick={() => openAction(host.id, 'lock')}>{`Lock ${name}…`}</Button>}
        />
      )}
    </>
  );
}
