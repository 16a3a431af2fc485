/** Adding a host from the browser: sent once. */
import { addHost } from '@/lib/actions/new-host';
import type { Host } from '@/lib/domain/host';
import { type NewHost, newHostName } from '@/lib/domain/new-host/draft';
import { newHostValues } from '@/lib/domain/new-host/order';
import type { Result } from '@/lib/domain/result';
import type { WriteDone } from '@/lib/domain/write-done';
import { settled } from './host-mutations';

/**
 * @param node the discovered node that becomes the host; undefined for one that nobody heard of yet
 * @param submission id of this press of the button: kept with the draft, so that it can be asked about after a reload
 */
export function sendNewHost(
  host: NewHost,
  bmPassword: string,
  node: Host | undefined,
  submission: string,
): Promise<Result<WriteDone>> {
  return settled(
    async () => {
      const started = await addHost({
        node: node?.id ?? null,
        values: newHostValues(host),
        ...(bmPassword !== '' && host.bmType !== 'none' ? { bmPassword } : {}),
        submission,
      });
      return started.ok ? started.data.accepted : started;
    },
    newHostName(host),
    submission,
  );
}
