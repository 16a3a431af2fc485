/** One of the things that a form lets a person choose from. */
export type Option = {
  value: string;
  label: string;
  /** Why it cannot be chosen; null: it can. */
  why: string | null;
};

export const option = (value: string, why: string | null = null, label = value): Option => ({
  value,
  label,
  why,
});
