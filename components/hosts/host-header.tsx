'use client';
/** Head of a host's pages: what it is, how it stands, what can be done with it. */
import { Ellipsis } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { PageHeader } from '@/components/shell/page';
import { Button } from '@/components/ui/button';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { Pill } from '@/components/ui/pill';
import { Tabs } from '@/components/ui/tabs';
import type { Alarm } from '@/lib/domain/alarm';
import { type Host, hostCondition, hostName, isAway, runningSeconds } from '@/lib/domain/host';
import { actionSpec, type HostAction } from '@/lib/domain/host-actions';
import { besideActions } from '@/lib/domain/host-beside';
import { hostStatus } from '@/lib/domain/host-status';
import { isBeingProvisioned } from '@/lib/domain/provision/under-way';
import { formatAge } from '@/lib/format/time';
import { raiseFirst } from '@/lib/format/words';
import { openAction } from '@/lib/queries/action-store';
import { ActionIcon } from './action-icon';
import { AlarmCell } from './alarm-cell';
import { HiddenHere } from './hidden-here';
import { HostClockFact, HostClockTab } from './host-clock-later';
import { hostHref } from './host-identity';
import { LaterHostMenuItems } from './host-list-later';
import { AdministrativeWord, AvailabilityWord, OperationalWord } from './state-words';
import { type FirstVerdicts, useVerdict } from './use-verdict';

const TABS = [
  { segment: '', label: 'Overview' },
  { segment: '/provision', label: 'Provisioning' },
  { segment: '/network', label: 'Network' },
  { segment: '/storage', label: 'Storage' },
  { segment: '/clock', label: 'Clock' },
  { segment: '/processor', label: 'Processor' },
  { segment: '/memory', label: 'Memory' },
  { segment: '/devices', label: 'Devices' },
  { segment: '/sensors', label: 'Sensors' },
  { segment: '/labels', label: 'Labels' },
  { segment: '/events', label: 'Events' },
];

type Props = {
  host: Host;
  alarms: readonly Alarm[] | null;
  path: string;
  firstVerdicts: FirstVerdicts;
};

export function HostHeader({ host, alarms, path, firstVerdicts }: Props) {
  const beside = besideActions(host);
  const base = hostHref(host);
  return (
    <div className="flex flex-col gap-3">
      <PageHeader
        before={<StateGlyph state={hostCondition(host)} size={20} />}
        title={
          <span className="flex flex-wrap items-center gap-3">
            <span className="mono">{hostName(host)}</span>
            {host.personality && <Pill>{raiseFirst(host.personality)}</Pill>}
            {host.activity && <Pill>{raiseFirst(host.activity)}</Pill>}
          </span>
        }
        actions={
          <>
            {beside.map((action) => (
              <ActionButton key={action} action={action} host={host} first={firstVerdicts} />
            ))}
            <Menu
              label={`Actions for ${hostName(host)}`}
              align="end"
              trigger={
                <IconButton
                  label="More actions"
                  icon={<Ellipsis size={16} aria-hidden />}
                  variant="default"
                />
              }
            >
              <LaterHostMenuItems host={host} without={beside} />
            </Menu>
          </>
        }
      />
      <HostFacts host={host} alarms={alarms} path={path} />
      <Tabs
        label="Host"
        link={Link}
        items={TABS.filter(
          ({ segment }) => segment !== '/provision' || path.endsWith(segment) || isBeingProvisioned(host),
        ).map(({ segment, label }) => ({
          href: `${base}${segment}`,
          label:
            segment === '/clock' ? (
              <>
                {label} <HostClockTab host={host} path={path} />
              </>
            ) : (
              label
            ),
          current: path.replace(/^\/hosts\/[^/]+/, '') === segment,
        }))}
      />
    </div>
  );
}

function ActionButton({ action, host, first }: { action: HostAction; host: Host; first: FirstVerdicts }) {
  const verdict = useVerdict(action, host, first);
  return (
    <Button
      icon={<ActionIcon action={action} />}
      {...(verdict.ok ? {} : { disabledReason: verdict.why })}
      onClick={() => openAction(host.id, action)}
    >
      {actionSpec(action).label}…
    </Button>
  );
}

function HostFacts({ host, alarms, path }: Omit<Props, 'firstVerdicts'>) {
  const status = hostStatus(host);
  const running = runningSeconds(host);
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1 text-small">
      <Fact term="Admin">
        <AdministrativeWord state={host.administrative} />
      </Fact>
      <Fact term="Operational">
        <OperationalWord state={host.operational} />
      </Fact>
      <Fact term="Availability">
        <AvailabilityWord state={host.availability} />
      </Fact>
      {status && (
        <Fact term={status.moving ? 'Task' : 'Status'}>
          <span className={status.moving ? 'text-accent' : 'text-ink'}>
            {status.text}
            {status.progress && `, ${status.progress.done} of ${status.progress.total}`}
          </span>
        </Fact>
      )}
      <Fact term="Clock">
        <HostClockFact host={host} path={path} />
      </Fact>
      <Fact term="Alarms">
        <span className="flex flex-wrap items-center gap-2">
          <AlarmCell alarms={alarms} />
          <HiddenHere hostname={host.hostname} />
        </span>
      </Fact>
      {host.subfunctions.length > 0 && <Fact term="Subfunctions">{host.subfunctions.join(', ')}</Fact>}
      {!isAway(host) && <Fact term="Uptime">{running === null ? 'Unknown' : formatAge(running * 1000)}</Fact>}
      {host.mgmtIp && (
        <Fact term="Address">
          <span className="mono [overflow-wrap:anywhere]">{host.mgmtIp}</span>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 items-center gap-1.5">
      <dt className="text-ink-3">{term}</dt>
      <dd className="min-w-0 text-ink">{children}</dd>
    </div>
  );
}
