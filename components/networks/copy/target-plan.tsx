'use client';
/** What one host would be given: ports, differences to tick, what is left alone, and what will be sent. */
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Commands } from '@/components/action/commands';
import { StepRows } from '@/components/action/step-rows';
import type { Remark } from '@/lib/domain/copy/part';
import { type Host, hostName } from '@/lib/domain/host';
import { counted } from '@/lib/domain/words';
import { Differences } from './differences';
import { PortMap } from './port-map';
import type { TargetPlan } from './use-copy';
import type { CopyChoices } from './use-copy-choices';

type Props = { plan: TargetPlan; host: Host; source: string; busy: boolean; choices: CopyChoices };

export function TargetPlanBody({ plan, host, source, busy, choices }: Props) {
  const { proposal, matches, steps, facts } = plan;
  const name = hostName(host);
  const mapped = matches.filter(({ to }) => to !== null).length;
  const commands = steps.flatMap(({ command }) => command ?? []);
  return (
    <>
      <Fold title={`Ports: ${mapped} of ${matches.length} matched`} open={proposal.left.length > 0}>
        <PortMap
          {...{ matches, source, busy }}
          name={name}
          ports={facts.ports}
          onChange={(from, to) => choices.setPort(host.id, from, to)}
        />
      </Fold>
      <Differences
        name={name}
        proposal={proposal}
        busy={busy}
        onTick={(key, on) => choices.setTick(host.id, key, on)}
      />
      {proposal.left.length > 0 && <Remarks title={`What ${name} cannot be given`} remarks={proposal.left} />}
      {proposal.extra.length > 0 && (
        <Remarks title={`On ${name} alone: left as it is`} remarks={proposal.extra} />
      )}
      {steps.length > 0 && (
        <Fold title={`What will be sent: ${counted(steps.length, 'step')}`} open={false}>
          <StepRows lines={steps} results={[]} />
          <div className="flex flex-col gap-2 pt-3">
            <Commands commands={commands} />
          </div>
        </Fold>
      )}
    </>
  );
}

function Fold({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  // As it begins: what changes within does not close it over somebody's head.
  const [begins] = useState(open);
  return (
    <details className="group/fold" open={begins}>
      <summary className="flex w-fit list-none items-center gap-1.5 rounded-2 font-semibold outline-offset-2 max-md:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          size={14}
          strokeWidth={1.75}
          aria-hidden
          className="flex-none text-ink-3 group-open/fold:rotate-90"
        />
        {title}
      </summary>
      <div className="pt-2 pl-5 max-md:pl-0">{children}</div>
    </details>
  );
}

function Remarks({ title, remarks }: { title: string; remarks: readonly Remark[] }) {
  return (
    <section aria-label={title}>
      <h3 className="pb-1 font-semibold">{title}</h3>
      <ul className="flex flex-col gap-0.5 text-ink-2">
        {remarks.map(({ what, why }) => (
          <li key={what} className="[overflow-wrap:anywhere]">
            <span className="mono text-ink">{what}</span>: {why}
          </li>
        ))}
      </ul>
    </section>
  );
}
