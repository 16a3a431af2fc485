/** Counts what reached each service, so that a test can say how many requests a page cost. */
import type { ServiceName } from './ports';

/** One line of the count: `path` is the route's pattern (`/v1/ihosts/:id`), or the path itself where none matched. */
export type RequestCount = { service: ServiceName; method: string; path: string; count: number };

export class RequestCounts {
  private counts = new Map<string, RequestCount>();

  add(service: ServiceName, method: string, path: string): void {
    const key = `${service} ${method} ${path}`;
    const line = this.counts.get(key) ?? { service, method, path, count: 0 };
    line.count += 1;
    this.counts.set(key, line);
  }

  list(): RequestCount[] {
    return [...this.counts.values()].sort((a, b) => b.count - a.count);
  }

  reset(): void {
    this.counts.clear();
  }
}
