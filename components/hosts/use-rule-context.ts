'use client';
import { useMemo } from 'react';
import type { RuleContext } from '@/lib/domain/host-rules/context';
import { useView } from '@/lib/queries/view';
import { useViewer } from '@/lib/queries/viewer';

/** What the rules about hosts look at: who acts, the cloud's kind, and the other hosts. */
export function useRuleContext(): RuleContext {
  const { viewer } = useViewer();
  const system = useView('system', {})?.data ?? null;
  const hosts = useView('hosts', {})?.data?.hosts;
  return useMemo(() => ({ viewer, system, hosts: hosts ?? [] }), [viewer, system, hosts]);
}
