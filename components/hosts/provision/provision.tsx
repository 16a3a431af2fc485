'use client';
/** Provisioning tab of a host: where it stands on its way into service, what comes next, what went wrong. */
import type { ReactNode } from 'react';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { placeOf } from '@/lib/domain/provision/stage';
import type { Readiness } from '@/lib/domain/provision/steps';
import { ReadinessList } from '../readiness-list';
import { type HostHere, useHost } from '../use-host';
import { AsOfNote, Here } from './here';
import { NewHostPanels } from './new-host-panels';
import { useReadiness } from './readiness';
import { StepLine } from './step-line';
import { useProvision } from './use-provision';

export function ProvisionBody({ hostRef }: { hostRef: string }) {
  const seen = useHost(hostRef);
  // That the host is gone, or that hosts could not be read, is said around this tab.
  if (seen.state !== 'here') return <SkeletonBlock className="h-64" />;
  // What the rules look at costs a dozen requests: only once a person can act on it.
  return placeOf(seen.host).stage === 'configured' ? <Unlockable here={seen} /> : <Way here={seen} />;
}

function Unlockable({ here }: { here: HostHere }) {
  const checked = useReadiness(here.host);
  return (
    <Way here={here} readiness={checked.readiness}>
      <ReadinessList host={here.host} lines={checked.lines} />
    </Way>
  );
}

type Props = { here: HostHere; readiness?: Readiness; children?: ReactNode };

function Way({ here, readiness, children }: Props) {
  const { host } = here;
  const seen = useProvision(here, readiness ?? null);
  const isInventoried = host.inventoryState === 'inventoried';
  return (
    <>
      <AsOfNote seen={seen} />
      <div className="grid items-start gap-3 lg:grid-cols-2 lg:grid-rows-[auto_1fr]">
        <div className="flex min-w-0 flex-col gap-3">
          <Here host={host} seen={seen} />
          {children}
        </div>
        <div className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <StepLine seen={seen} />
        </div>
        {isInventoried && (
          <div className="flex min-w-0 flex-col gap-3">
            <NewHostPanels host={host} />
          </div>
        )}
      </div>
    </>
  );
}
