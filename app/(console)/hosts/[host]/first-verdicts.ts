import type { FirstVerdicts } from '@/components/hosts/use-verdict';
import { findHost } from '@/lib/domain/host';
import { besideActions } from '@/lib/domain/host-beside';
import { actionVerdict } from '@/lib/domain/host-rules/verdict';
import { pageSession } from '@/lib/server/session';
import { readView } from '@/lib/server/views';

/** Whether the buttons beside a host's name can be pressed, so that the first HTML shows it. Costs no request. */
export async function firstVerdicts(ref: string): Promise<FirstVerdicts> {
  const session = await pageSession();
  const [hosts, system] = await Promise.all([
    readView(session, 'hosts', {}),
    readView(session, 'system', {}),
  ]);
  const all = hosts.value?.data.hosts ?? [];
  const host = findHost(all, ref);
  if (!host) return {};
  const context = { viewer: session.viewer, system: system.value?.data ?? null, hosts: all };
  return Object.fromEntries(
    besideActions(host).map((action) => [action, actionVerdict(action, host, context)]),
  );
}
