import { formatQuantity } from './number';

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;
export type ByteUnit = (typeof UNITS)[number];

/** Bytes in the largest unit that leaves at least 1, one decimal below 100: `512 B`, `1.5 GiB`, `960 GiB`. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let step = 0;
  while (Math.abs(value) >= 1024 && step < UNITS.length - 1) {
    value /= 1024;
    step += 1;
  }
  // 1023.96 KiB would round to "1 024 KiB": take the next unit instead.
  if (Math.abs(Number(value.toFixed(decimals(value, step)))) >= 1024 && step < UNITS.length - 1) {
    value /= 1024;
    step += 1;
  }
  return `${formatQuantity(value, decimals(value, step))} ${UNITS[step] ?? 'B'}`;
}

/** sysinv counts memory and disks in MiB (`size_mib`, `memtotal_mib`). */
export function formatMib(mib: number): string {
  return formatBytes(mib * 1024 ** 2);
}

/** sysinv counts filesystems in GiB (controllerfs and host_fs `size`). */
export function formatGib(gib: number): string {
  return formatBytes(gib * 1024 ** 3);
}

/** Two amounts that belong together share the unit of the larger: `6.1 of 8 GiB`. */
export function formatUsed(used: number, total: number): string {
  let step = 0;
  while (total / 1024 ** step >= 1024 && step < UNITS.length - 1) step += 1;
  const [left, right] = [used, total].map((value) => {
    const scaled = value / 1024 ** step;
    return formatQuantity(scaled, decimals(scaled, step));
  });
  return `${left} of ${right} ${UNITS[step] ?? 'B'}`;
}

function decimals(value: number, step: number): number {
  return step === 0 || Math.abs(value) >= 100 ? 0 : 1;
}
