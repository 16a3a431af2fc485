'use client';
/** What can be done with a host now. The rules are long and come later; the server sends the first answers along. */
import { later } from '@/components/ui/later';
import { useLater } from '@/components/ui/use-later';
import type { Host } from '@/lib/domain/host';
import type { HostAction } from '@/lib/domain/host-actions';
import type { Verdict } from '@/lib/domain/result';
import { useRuleContext } from './use-rule-context';

/** Verdicts as the server found them when it drew the page. */
export type FirstVerdicts = Partial<Record<HostAction, Verdict>>;

const rules = later(() => import('@/lib/domain/host-rules/verdict'));
const WAIT: Verdict = { ok: false, why: 'The rules are still being read' };

export function useVerdict(action: HostAction, host: Host, first: FirstVerdicts): Verdict {
  const context = useRuleContext();
  const held = useLater(rules);
  return held ? held.actionVerdict(action, host, context) : (first[action] ?? WAIT);
}
