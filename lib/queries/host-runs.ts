/** An action on several hosts from the browser. */
import type { Host } from '@/lib/domain/host';
import { nameToType } from '@/lib/domain/typed-name';
import type { PreflightAction } from './action-store';
import { followFound } from './found-run';
import { type BulkRun, bulkRun, sendAction } from './host-mutations';
import { askEach } from './several';

/** Hosts asked at the same time: enough to be quick, few enough not to crowd out the console's own reads. */
const AT_ONCE = 4;

/** Sends an action to each host in turn. A refusal stops nobody else. @returns the run at its end */
export async function sendBulk(
  id: string,
  hosts: readonly Host[],
  action: PreflightAction,
): Promise<BulkRun> {
  const run = await askEach(id, hosts, {
    atOnce: AT_ONCE,
    send: (host) => {
      // The person confirmed the whole list; the server asks name by name.
      const name = nameToType(action, host);
      return sendAction({ host, action, group: id, ...(name === null ? {} : { typedName: name }) });
    },
    show: (next) => bulkRun.set({ ...next, action }),
    onFound: (host, at) => followFound(host, action, at, id),
  });
  return { ...run, action };
}
