'use client';
/** Buttons of the bulk bar: each says how many of the selected hosts it can act on. */
import { GitCompareArrows } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { bulkPlan } from '@/lib/domain/bulk';
import { type Host, hostName, isProvisioned } from '@/lib/domain/host';
import type { HostAction } from '@/lib/domain/host-actions';
import { openBulk } from '@/lib/queries/action-store';
import { ActionIcon } from './action-icon';
import { useRuleContext } from './use-rule-context';

const OFFERED: readonly HostAction[] = ['lock', 'unlock', 'reboot', 'reinstall', 'delete'];

export function HostBulk({ hosts }: { hosts: readonly Host[] }) {
  const context = useRuleContext();
  const acts = OFFERED.map((action) => {
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
  const [left, right] = hosts.filter(isProvisioned);
  return (
    <>
      {acts}
      {hosts.length === 2 && left && right && (
        <Link
          className={buttonClass()}
          prefetch={false}
          href={`/hosts/compare?${new URLSearchParams({ left: hostName(left), right: hostName(right) })}`}
        >
          <GitCompareArrows size={14} strokeWidth={1.75} aria-hidden />
          Compare
        </Link>
      )}
    </>
  );
}
