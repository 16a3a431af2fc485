/** What was typed about the cores of a host, over what they are for now. */
import { type CpuPlan, GIVEN_USES, type GivenUse } from '@/lib/domain/capacity/cpu-plan';

export type CpuDraft = {
  /** By `Platform/0`; a field that nobody touched is not among them. */
  typed: Readonly<Record<string, string>>;
  /** How isolated cores are told; null: as they are now. */
  way: 'count' | 'list' | null;
  /** Logical processors picked one by one; null: as they are now. */
  picked: readonly number[] | null;
};

export const NO_CPU_DRAFT: CpuDraft = { typed: {}, way: null, picked: null };

const keyOf = (use: GivenUse, node: number): string => `${use}/${node}`;

/** A whole number from 0; null: what was typed is none. */
export function wholeNumber(text: string): number | null {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;
}

export const countText = (draft: CpuDraft, now: CpuPlan, use: GivenUse, node: number): string =>
  draft.typed[keyOf(use, node)] ?? String(now.counts[use][node] ?? 0);

export const withCount = (draft: CpuDraft, use: GivenUse, node: number, text: string): CpuDraft => ({
  ...draft,
  typed: { ...draft.typed, [keyOf(use, node)]: text },
});

export const wayOf = (draft: CpuDraft, now: CpuPlan): 'count' | 'list' =>
  draft.way ?? (now.isolated === null ? 'count' : 'list');

/** @param held processors that are isolated now */
export const pickedOf = (draft: CpuDraft, now: CpuPlan, held: readonly number[]): readonly number[] =>
  draft.picked ?? now.isolated ?? held;

/** The plan that the draft means; null: a field holds no number. */
export function planIn(draft: CpuDraft, now: CpuPlan, held: readonly number[]): CpuPlan | null {
  const nodes = now.counts.Platform.map((_, node) => node);
  const read = (use: GivenUse) => nodes.map((node) => wholeNumber(countText(draft, now, use, node)));
  const numbers = { Platform: read('Platform'), Vswitch: read('Vswitch'), Shared: read('Shared') };
  const isolated = read('Application-isolated');
  const listed = wayOf(draft, now) === 'list';
  const solid = (list: readonly (number | null)[]): number[] => list.map((one) => one ?? 0);
  const odd = GIVEN_USES.some((use) =>
    use === 'Application-isolated' ? !listed && isolated.includes(null) : numbers[use].includes(null),
  );
  if (odd) return null;
  return {
    counts: {
      Platform: solid(numbers.Platform),
      Vswitch: solid(numbers.Vswitch),
      Shared: solid(numbers.Shared),
      // Of a list the platform sets the count to none.
      'Application-isolated': listed ? nodes.map(() => 0) : solid(isolated),
    },
    isolated: listed ? pickedOf(draft, now, held).toSorted((a, b) => a - b) : null,
  };
}
