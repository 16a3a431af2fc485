'use client';
/** What stands between a host and its unlock, as a list of its own: the lines of the preflight, and the way to it. */
import { useState } from 'react';
import { ReadAt } from '@/components/action/action-sheet';
import { CheckList } from '@/components/action/check-list';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import type { Check } from '@/lib/domain/check';
import { type Host, hostName } from '@/lib/domain/host';
import { requestsFor } from '@/lib/domain/host-facts';
import { preflight } from '@/lib/domain/preflight';
import { readinessOf } from '@/lib/domain/readiness';
import { openAction } from '@/lib/queries/action-store';
import { serverNow } from '@/lib/queries/clock';
import { type FactReadings, useHostFacts } from '@/lib/queries/host-facts';
import { ActionIcon } from './action-icon';
import { PreflightWayOut } from './preflight-way-out';
import { useRuleContext } from './use-rule-context';

export type ReadinessLinesRead = { checks: Check[]; readings: FactReadings };

/** The lines of an unlock of this host, read while somebody looks at them. */
export function useReadinessLines(host: Host): ReadinessLinesRead {
  const context = useRuleContext();
  const [openedAt] = useState(serverNow);
  const readings = useHostFacts('unlock', host, openedAt);
  return { checks: preflight('unlock', { host, context, ...readings.facts }).checks, readings };
}

function LineList({ host, checks, readings }: ReadinessLinesRead & { host: Host }) {
  return (
    <CheckList
      openFirst
      checks={checks}
      pending={readings.pending}
      meta={<ReadAt at={readings.asOf} onReadAgain={readings.readAgain} />}
      wayOut={(check) => (
        <PreflightWayOut check={check} host={host} onReadAgain={() => void readings.readAgain()} />
      )}
    />
  );
}

/** The list of one host among several, in a sheet. */
export function ReadinessLines({ host }: { host: Host }) {
  const lines = useReadinessLines(host);
  const { title, counts } = readinessOf(lines.checks, lines.readings.pending);
  return (
    <div className="pb-3 pl-[26px]">
      <p className="pb-2 text-small text-ink-2" role="status">
        {title}. {counts}
      </p>
      <LineList host={host} {...lines} />
    </div>
  );
}

/** The list as a part of a page. @param lines of `useReadinessLines` */
export function ReadinessList({ host, lines }: { host: Host; lines: ReadinessLinesRead }) {
  const { title, counts, off } = readinessOf(lines.checks, lines.readings.pending);
  const most = requestsFor('unlock', host);
  return (
    <section aria-label="Readiness to unlock" className="flex flex-col">
      <div className="pb-3">
        <h2 className="text-title font-semibold text-ink">{title}</h2>
        <p className="text-ink-2" role="status">
          {counts}
        </p>
      </div>
      <Panel padded>
        <LineList host={host} {...lines} />
      </Panel>
      <p className="pt-2 text-small text-ink-3">
        At most {most} requests to the platform, while this list is open.
      </p>
      <div className="flex flex-col gap-2 border-line bg-canvas py-3 max-md:sticky max-md:bottom-[calc(64px+env(safe-area-inset-bottom))] max-md:z-10 max-md:-mx-4 max-md:border-t max-md:px-4 md:flex-row md:items-center">
        {off && <p className="text-small text-ink-2 max-md:text-center md:order-2">{off}</p>}
        <Button
          size="large"
          variant="primary"
          className="max-md:w-full"
          icon={<ActionIcon action="unlock" />}
          {...(off ? { disabledReason: off } : {})}
          onClick={() => openAction(host.id, 'unlock')}
        >
          Unlock {hostName(host)}
        </Button>
      </div>
    </section>
  );
}
