/** What is known of a receiver or a grandmaster: its own state is told only where somebody tells it. */
import type { ClockRow } from '@/lib/domain/clock/clock-row';
import { STATE_WORDS } from '@/lib/domain/clock/clock-words';
import type { SyncNode } from '@/lib/domain/clock/sync-node';

export function rootAbout(root: SyncNode, byHost: ReadonlyMap<string, ClockRow>): string {
  if (root.kind === 'gnss') {
    const host = root.children[0]?.host ?? '';
    const link = byHost.get(host)?.clock.chain.find(({ kind }) => kind === 'gnss');
    const device = link?.interface ? `Receiver ${link.interface}` : 'Receiver';
    if (!link || link.state === 'unknown') return device;
    return `${device}: ${link.what ?? STATE_WORDS[link.state].toLowerCase()}`;
  }
  const domain = root.domain === null ? '' : `Domain ${root.domain}. `;
  return `${domain}Which clock it is, no service of the platform says`;
}

/** Its first link is the broken one. */
export const rootBroken = (root: SyncNode): boolean => root.children.some(({ firstBroken }) => firstBroken);
