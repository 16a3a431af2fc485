/** What a page brought along: the version of each reading and when to ask again, as the browser takes them over. */
import type { PolledRead } from './browser';

export type FirstReading = { version: string; nextAt: number };

/**
 * @param html of a page of the console
 * @returns the readings of these views, by name; a view that was not ready in time is missing
 */
export function firstReadings(html: string, reads: readonly PolledRead[]): Map<string, FirstReading> {
  const payload = [...html.matchAll(/self\.__next_f\.push\((\[.*?\])\)<\/script>/gs)]
    .map(([, pushed = '[]']) => {
      const parts: unknown = JSON.parse(pushed);
      const text: unknown = Array.isArray(parts) ? parts[1] : '';
      return typeof text === 'string' ? text : '';
    })
    .join('');
  const found = new Map<string, FirstReading>();
  for (const { view, params } of reads) {
    // A dehydrated query is its state, then its key.
    const key = payload.indexOf(`"queryKey":["view","${view}",${JSON.stringify(params)}]`);
    if (key < 0) continue;
    const before = payload.slice(0, key);
    const version = /^"version":"([\w-]+)"/.exec(before.slice(before.lastIndexOf('"version":')))?.[1];
    const nextAt = /^"nextAt":(\d+)/.exec(before.slice(before.lastIndexOf('"nextAt":')))?.[1];
    if (version && nextAt) found.set(view, { version, nextAt: Number(nextAt) });
  }
  return found;
}
