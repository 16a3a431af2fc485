'use client';
/** Everything that can be done with a host. What cannot be done now stays in place and says why. */
import { CircuitBoard, FileCode, GitCompareArrows, Plus } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/menu';
import { type Host, hostName, isProvisioned } from '@/lib/domain/host';
import { actionSpec, type HostAction } from '@/lib/domain/host-actions';
import type { RuleContext } from '@/lib/domain/host-rules/context';
import { actionVerdict } from '@/lib/domain/host-rules/verdict';
import { openAction, openRequest } from '@/lib/queries/action-store';
import { ActionIcon } from './action-icon';
import { useRuleContext } from './use-rule-context';

const USUAL: readonly HostAction[] = [
  'edit',
  'lock',
  'unlock',
  'swact',
  'reboot',
  'reset',
  'power-on',
  'power-off',
];
const FINAL: readonly HostAction[] = ['reinstall', 'delete'];
const FORCED: readonly HostAction[] = ['force-lock', 'force-unsafe-lock', 'force-unlock', 'force-swact'];

type Props = {
  host: Host;
  /** Shown as buttons beside the menu already. */
  without?: readonly HostAction[];
};

export function HostMenuItems({ host, without = [] }: Props) {
  const context = useRuleContext();
  const items = (actions: readonly HostAction[]) =>
    actions
      .filter((action) => !without.includes(action))
      .map((action) => <ActionItem key={action} action={action} host={host} context={context} />);
  return (
    <>
      {host.personality === null && host.hostname === null && (
        <Way
          href={`/hosts/add${host.mgmtMac ? `?mac=${encodeURIComponent(host.mgmtMac)}` : ''}`}
          icon={<Plus {...ICON} />}
        >
          Provision…
        </Way>
      )}
      {items(USUAL)}
      <BoardItem host={host} context={context} />
      <MenuSeparator />
      {items(FINAL)}
      <MenuSeparator />
      <MenuLabel>Without the platform’s safety checks</MenuLabel>
      {items(FORCED)}
      {isProvisioned(host) && (
        <>
          <MenuSeparator />
          <Way
            href={`/hosts/compare?left=${encodeURIComponent(hostName(host))}`}
            icon={<GitCompareArrows {...ICON} />}
          >
            Compare
          </Way>
          <Way
            href={`/hosts/export?host=${encodeURIComponent(hostName(host))}`}
            icon={<FileCode {...ICON} />}
          >
            Configuration as YAML
          </Way>
        </>
      )}
    </>
  );
}

function BoardItem({ host, context }: { host: Host; context: RuleContext }) {
  const verdict = actionVerdict('edit', host, context);
  return (
    <MenuItem
      icon={<CircuitBoard {...ICON} />}
      {...(verdict.ok ? {} : { disabledReason: verdict.why })}
      onSelect={() => openRequest({ kind: 'edit', hostId: host.id, part: 'board' })}
    >
      Board management…
    </MenuItem>
  );
}

const ICON = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** A place of its own about the host. */
function Way({ href, icon, children }: { href: string; icon: ReactNode; children: string }) {
  return (
    <MenuItem asChild>
      <Link href={href} prefetch={false}>
        {icon}
        {children}
      </Link>
    </MenuItem>
  );
}

function ActionItem({ action, host, context }: { action: HostAction; host: Host; context: RuleContext }) {
  const verdict = actionVerdict(action, host, context);
  const { label, destructive, danger } = actionSpec(action);
  return (
    <MenuItem
      icon={<ActionIcon action={action} />}
      danger={destructive || danger === 'force'}
      {...(verdict.ok ? {} : { disabledReason: verdict.why })}
      onSelect={() => openAction(host.id, action)}
    >
      {label}…
    </MenuItem>
  );
}
