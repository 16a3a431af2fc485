'use client';
/**
 * The platform's own report of its health. It works hard for it, so it is asked for by a person and never polled: by a
 * button, or by opening the sheet that the report is part of (`atOnce`).
 */
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { CliLine } from '@/components/ui/cli-line';
import { Note } from '@/components/ui/note';
import { Panel } from '@/components/ui/panel';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import { HEALTH_TITLES, type HealthKind, healthCli } from '@/lib/domain/health/health-kind';
import { type HealthReport, healthFinding } from '@/lib/domain/health/health-report';
import { type Asked, useAsked } from '@/lib/queries/asked';
import { HealthChecks } from './health-checks';

type Props = {
  kind: HealthKind;
  /** Alarms that do not affect management count for nothing: what the platform asks of itself when something is forced. */
  relaxed?: boolean;
  atOnce?: boolean;
};

type Health = Asked<HealthReport>;

/** A panel of a page. */
export function HealthPanel({ kind, relaxed = false, atOnce = false }: Props) {
  const health = useAsked('healthReport', { kind, relaxed }, atOnce);
  return (
    <Panel
      title={HEALTH_TITLES[kind]}
      meta={<AsOf health={health} />}
      actions={<AskButton health={health} />}
      padded
    >
      <Report health={health} />
      <div className="pt-3">
        <CliLine command={healthCli(kind)} />
      </div>
    </Panel>
  );
}

/** A part of a sheet. */
export function HealthSection({ kind, relaxed = false, atOnce = true }: Props) {
  const health = useAsked('healthReport', { kind, relaxed }, atOnce);
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-5 pb-2 first:pt-0">
        <h3 id={id} className="flex-1 font-semibold text-body text-ink">
          {HEALTH_TITLES[kind]}
        </h3>
        <span className="text-ink-3 text-small">
          <AsOf health={health} />
        </span>
        <AskButton health={health} />
      </div>
      <Report health={health} />
    </section>
  );
}

function AsOf({ health: { seen } }: { health: Health }) {
  return seen?.asOf === undefined ? null : (
    <>
      as of <Time at={seen.asOf} />
    </>
  );
}

function AskButton({ health: { seen, isAsking, ask } }: { health: Health }) {
  return (
    <Button busy={isAsking} onClick={ask}>
      {seen === undefined && !isAsking ? 'Check the health' : 'Check again'}
    </Button>
  );
}

function Report({ health: { seen, isAsking } }: { health: Health }) {
  if (seen === undefined) {
    return isAsking ? (
      <SkeletonRows label="The platform checks its health" rows={4} />
    ) : (
      <p className="text-ink-2">
        Not asked for yet. The platform checks hosts, alarms, storage and Kubernetes one after the other,
        which takes a few seconds.
      </p>
    );
  }
  const { data, error } = seen;
  return (
    <div className="flex flex-col gap-2" aria-busy={isAsking}>
      {error && (
        <Note tone="unknown" live="polite" title="The health could not be read.">
          <span className="mono [overflow-wrap:anywhere]">{error.message}</span>
          {error.requestId && <span className="mono block text-ink-3">{error.requestId}</span>}
        </Note>
      )}
      {data && (
        <>
          <p role="status">{healthFinding(data)}.</p>
          <HealthChecks report={data} />
        </>
      )}
    </div>
  );
}
