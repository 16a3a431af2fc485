/** A source of live readings of clocks. Each is optional, and none knows of another. */
import 'server-only';
import type { LiveClocks } from '@/lib/domain/clock/live-reading';

export type LiveAdapter = {
  /** What it knows of these hosts now; never rejects, and never waits long for one that does not answer. */
  read(hosts: readonly string[]): Promise<LiveClocks>;
};
