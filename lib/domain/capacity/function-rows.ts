/** Functions of processors by NUMA node, as a table has them. */
import type { Unknown } from '../host';
import type { Cpu } from '../host-parts';
import { CPU_USES, cpuUseLabel, rangeText } from './cpu-plan';

export type FunctionRow = {
  key: string;
  /** As it is read. */
  use: string;
  /** Order of the platform, then of the nodes. */
  rank: number;
  node: Unknown<number>;
  /** Physical cores; a processor that does not say its core counts as one. */
  cores: number;
  threads: number;
  /** `0-1,32-33` */
  list: string;
};

/** Functions that the platform may have beside those are last. */
const RANKS: readonly Unknown<string>[] = CPU_USES;

export function functionRows(cpus: readonly Cpu[]): FunctionRow[] {
  const groups = new Map<string, Cpu[]>();
  for (const cpu of cpus) {
    const key = `${cpu.use ?? ''}/${cpu.node ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), cpu]);
  }
  return [...groups].map(([key, own]) => {
    const [first] = own;
    const use = first?.use ?? null;
    const node = first?.node ?? null;
    const place = RANKS.indexOf(use);
    return {
      ...{ key, node, use: cpuUseLabel(use) },
      rank: (place < 0 ? CPU_USES.length : place) * 100 + (node ?? 99),
      cores: new Set(own.map(({ core, number }) => (core === null ? `cpu ${number}` : core))).size,
      threads: own.length,
      list: rangeText(own.map(({ number }) => number)),
    };
  });
}
