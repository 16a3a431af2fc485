'use client';
/** What rules about cores and memory look at beside the host itself. */
import type { Unknown } from '@/lib/domain/host';
import { isSimplex } from '@/lib/domain/system';
import { useRuleContext } from '../use-rule-context';

export function useCapacityContext() {
  const { system, hosts } = useRuleContext();
  const simplex: Unknown<boolean> = system && isSimplex(system);
  const vswitch: Unknown<string> = system?.vswitch ?? null;
  return { hosts, simplex, vswitch };
}
