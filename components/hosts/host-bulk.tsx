'use client';
/** Buttons of the bulk bar: each says how many of the selected hosts it can act on. */
import { Button } from '@/components/ui/button';
import { bulkPlan } from '@/lib/domain/bulk';
import type { Host } from '@/lib/domain/host';
import type { HostAction } from '@/lib/domain/host-actions';
import { openBulk } from '@/lib/queries/action-store';
import { ActionIcon } from './action-icon';
import { useRuleContext } from './use-rule-context';

const OFFERED: readonly HostAction[] = ['lock', 'unlock', 'reboot', 'reinstall', 'delete'];

export function HostBulk({ hosts }: { hosts: readonly Host[] }) {
  const context = useRuleContext();
  return OFFERED.map((action) => {
    const { label, verdict } = bulkPlan(action, hosts, context);
    return (
      <Button
        key={action}
        icon={<ActionIcon action={action} />}
        {...(verdict.ok ? {} : { disabledReason: verdict.why })}
        onClick={() =>
          openBulk(
            hosts.map(({ id }) => id),
            action,
          )
        }
      >
        {label}
      </Button>
    );
  });
}
