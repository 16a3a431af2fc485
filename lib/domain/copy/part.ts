/**
 * What of one host can be proposed for another. The network is one part; another (storage, memory, processor, clock) joins as one
 * more `CopyPart`: it reads what both hosts have and says what differs, what of it is ticked, and the calls of that.
 */

/** What a person ticked or cleared, by key; what is not in it is as it was proposed. */
export type Ticks = ReadonlyMap<string, boolean>;

export type CopyLine = {
  /** Unique on its target. */
  key: string;
  /** "MTU", "Data network physnet0". */
  words: string;
  /** As it is on the target; null: nothing. */
  before: string | null;
  /** As it would be; null: nothing. */
  after: string | null;
  on: boolean;
  /** Worth knowing of it, or why it is off by itself. */
  note: string | null;
  /** Why it cannot be ticked; null: it can. */
  why: string | null;
};

export type CopyItem = {
  /** Unique on its target. */
  key: string;
  /** As it is called on the target, afterwards. */
  name: string;
  /** What is to be made is one thing to tick, with what goes on it; what is to be changed is ticked line by line. */
  make: Omit<CopyLine, 'before' | 'after'> | null;
  lines: readonly CopyLine[];
};

/** Something that is named and not proposed, and why. */
export type Remark = { what: string; why: string };

export type Proposal<C> = {
  items: readonly CopyItem[];
  /** Of what is ticked, in an order that can be sent. */
  calls: readonly C[];
  /** How many things are the same on both already. */
  same: number;
  /** What the source has and the target cannot be given. */
  left: readonly Remark[];
  /** What the target alone has: it is never taken away. */
  extra: readonly Remark[];
};

/**
 * F: what a proposal is made from, of one host. M: what of the source stands for what of the target. C: one request.
 * Proposing again after all calls have been carried out gives no calls.
 */
export type CopyPart<F, M, C> = (source: F, target: F, matching: M, ticks: Ticks) => Proposal<C>;

/** @param start what is proposed where nobody said otherwise */
export const ticked = (ticks: Ticks, key: string, start: boolean): boolean => ticks.get(key) ?? start;

/** How many things a proposal has to tick, and how many of them are ticked. */
export function countTicks({ items }: Pick<Proposal<unknown>, 'items'>): { all: number; on: number } {
  const boxes = items.flatMap(({ make, lines }) => [...(make ? [make] : []), ...lines]);
  return { all: boxes.length, on: boxes.filter(({ on }) => on).length };
}
