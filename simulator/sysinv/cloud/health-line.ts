/** One question of a health report and its answer. */
import type { Host } from '../host';

export type Check = {
  title: string;
  good: boolean;
  /** Lines that follow when it is not good. */
  more?: string[];
  /** False: it shows, and nothing is refused for it. */
  counts?: boolean;
};

export function mark({ title, good, more = [] }: Check): string[] {
  return good ? [`${title}: [OK]`] : [`${title}: [Fail]`, ...more];
}

/** @param names what the names of those that are not good are called */
export function failing(
  hosts: readonly Host[],
  title: string,
  names: string,
  good: (host: Host) => boolean,
): Check {
  return listed(
    title,
    names,
    hosts.filter((host) => !good(host)).map(({ row }) => row.hostname ?? ''),
  );
}

export function listed(title: string, names: string, bad: readonly string[]): Check {
  return { title, good: bad.length === 0, more: [`${names}: ${bad.join(', ')}`] };
}
