'use client';
/** Where the host stands, in the first thing a thumb reaches: how far, since when, what went wrong, what to do. */
import { WifiOff } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { Note } from '@/components/ui/note';
import { Panel } from '@/components/ui/panel';
import { ProgressLine } from '@/components/ui/progress-line';
import { Time } from '@/components/ui/time';
import { type Host, hasBoardManagement, hostName } from '@/lib/domain/host';
import { actionSpec, type HostAction } from '@/lib/domain/host-actions';
import type { ProvisionStep } from '@/lib/domain/provision/steps';
import type { Trouble } from '@/lib/domain/provision/trouble';
import { openAction } from '@/lib/queries/action-store';
import { ActionIcon } from '../action-icon';
import { hostHref } from '../host-identity';
import { useVerdict } from '../use-verdict';
import { StepGlyph, StepTimes } from './step-line';
import { TellMe } from './tell-me';
import type { ProvisionSeen } from './use-provision';

type Props = { host: Host; seen: ProvisionSeen };

export function Here({ host, seen: { way, asOf } }: Props) {
  const { here, trouble, steps } = way;
  const number = steps.indexOf(here) + 1;
  return (
    <Panel title="Where it stands" meta={`Step ${number} of ${steps.length}`} padded>
      <div className="flex flex-col gap-3">
        <div className="flex items-start gap-2.5">
          <span className="pt-0.5">
            <StepGlyph state={here.state} size={20} />
          </span>
          <div className="flex min-w-0 flex-1 flex-col gap-0.5">
            {/* Spoken when it changes; the times below change every second and are not. */}
            <div role="status" aria-label={`Progress of ${hostName(host)}`}>
              <p className="font-semibold text-ink text-title">
                {here.label}
                {here.progress && `, ${here.progress.done} of ${here.progress.total}`}
              </p>
              {here.text && <p className="text-ink-2 [overflow-wrap:anywhere]">{here.text}</p>}
            </div>
            <StepTimes step={here} until={asOf} />
          </div>
        </div>
        {here.progress && (
          <ProgressLine label={here.label} value={(100 * here.progress.done) / here.progress.total} />
        )}
      </div>
      {trouble && <TroubleNote trouble={trouble} />}
      <Ways host={host} here={here} trouble={trouble} />
      {here.state === 'now' && (
        <p className="mt-3 flex items-start gap-2 text-ink-3 text-small">
          <WifiOff size={14} strokeWidth={1.75} aria-hidden className="mt-0.5 flex-none" />
          If you lose signal here, nothing stops. The platform carries on by itself.
        </p>
      )}
    </Panel>
  );
}

function TroubleNote({ trouble }: { trouble: Trouble }) {
  return (
    <Note className="mt-3" tone={trouble.tone} live="polite" title={trouble.title}>
      <ol className="mt-1 list-decimal pl-5">
        {trouble.advice.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </Note>
  );
}

/** What can be done at a step where nothing is wrong. */
function usualWays(host: Host, { stage }: ProvisionStep): readonly HostAction[] {
  if (stage === 'identified') return ['edit'];
  if (stage === 'power') return hasBoardManagement(host) ? ['power-on'] : ['edit'];
  // Its unlock stands below the list of what was looked at.
  return [];
}

function Ways({ host, here, trouble }: { host: Host; here: ProvisionStep; trouble: Trouble | null }) {
  const ways = trouble?.ways ?? usualWays(host, here);
  const done = here.stage === 'available';
  const goesOn = here.state === 'now' || here.state === 'late';
  if (ways.length === 0 && !done && !goesOn) return null;
  return (
    <div className="mt-3 flex flex-wrap gap-2 max-md:flex-col">
      {ways.map((action, index) => (
        <WayButton key={action} host={host} action={action} first={index === 0} />
      ))}
      {goesOn && <TellMe host={host} />}
      {done && (
        <Link className={buttonClass('default', 'large')} href={hostHref(host)}>
          Open {hostName(host)}
        </Link>
      )}
      {(done || goesOn) && (
        <Link className={buttonClass('default', 'large')} href="/hosts?view=provisioning">
          Next host
        </Link>
      )}
    </div>
  );
}

type WayProps = { host: Host; action: HostAction; first: boolean };

function WayButton({ host, action, first }: WayProps) {
  const verdict = useVerdict(action, host, {});
  return (
    <Button
      size="large"
      variant={first && verdict.ok ? 'primary' : 'default'}
      icon={<ActionIcon action={action} />}
      {...(verdict.ok ? {} : { disabledReason: verdict.why })}
      onClick={() => openAction(host.id, action)}
    >
      {actionSpec(action).label}…
    </Button>
  );
}

/** The link is bad, or the log is: what is on screen is what was known last. */
export function AsOfNote({ seen: { stale, asOf, logFailed } }: { seen: ProvisionSeen }) {
  return (
    <>
      {stale && (
        <Note tone="unknown" live="polite" title="Last known.">
          As of <Time at={asOf} form="clock" />. Newer readings do not come; what the host does goes on.
        </Note>
      )}
      {logFailed !== null && (
        <Note tone="unknown" title="Times from the event log are missing.">
          <span className="mono">{logFailed}</span>
        </Note>
      )}
    </>
  );
}
