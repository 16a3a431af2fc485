const COUNT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const THIN_SPACE = '\u2009';

/** Things that are counted: `1,902`. */
export function formatCount(count: number): string {
  return COUNT.format(count);
}

/** `1 host`, `1,902 hosts`; give the plural where an s is not enough. */
export function formatCounted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** A measured value, in groups of three by a thin space: `1 180`; at most `decimals` places, without trailing zeros. */
export function formatQuantity(value: number, decimals = 0): string {
  const rounded = Number(value.toFixed(decimals));
  const [whole = '0', fraction] = Math.abs(rounded).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
  const rest = fraction?.replace(/0+$/, '');
  return `${rounded < 0 ? '-' : ''}${grouped}${rest ? `.${rest}` : ''}`;
}

/** An offset in nanoseconds, sign always, one unit: `+214 ns`, `-1.18 µs`, `+2.5 ms`, `0 ns`. */
export function formatOffset(ns: number): string {
  const size = Math.abs(ns);
  const sign = ns > 0 ? '+' : '';
  if (size < 1_000) return `${sign}${formatQuantity(ns)} ns`;
  if (size < 1_000_000) return `${sign}${formatQuantity(ns / 1_000, 2)} µs`;
  if (size < 1_000_000_000) return `${sign}${formatQuantity(ns / 1_000_000, 2)} ms`;
  return `${sign}${formatQuantity(ns / 1_000_000_000, 2)} s`;
}

/** A share of 0 to 1 as `45 %`; what is not quite nothing or not quite all never reads as 0 or 100. */
export function formatShare(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 1) return '<1 %';
  if (percent > 99 && percent < 100) return '99 %';
  return `${Math.round(percent)} %`;
}
