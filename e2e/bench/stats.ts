/** The value below which `share` (0 to 1) of the values lie; undefined for none. Nearest rank. */
export function quantile(values: readonly number[], share: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export const median = (values: readonly number[]): number | undefined => quantile(values, 0.5);

/** Rounded to so many decimals; null, which JSON has, for what was not measured. */
export function rounded(value: number | undefined, decimals = 0): number | null {
  return value === undefined || Number.isNaN(value) ? null : Number(value.toFixed(decimals));
}
