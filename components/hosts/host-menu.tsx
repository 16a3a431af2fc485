'use client';
/** Everything that can be done with a host. What cannot be done now stays in place and says why. */
import { MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/menu';
import type { Host } from '@/lib/domain/host';
import { actionSpec, type HostAction } from '@/lib/domain/host-actions';
import type { RuleContext } from '@/lib/domain/host-rules/context';
import { actionVerdict } from '@/lib/domain/host-rules/verdict';
import { openAction } from '@/lib/queries/action-store';
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
      {items(USUAL)}
      <MenuSeparator />
      {items(FINAL)}
      <MenuSeparator />
      <MenuLabel>Without the platform’s safety checks</MenuLabel>
      {items(FORCED)}
    </>
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
