/** The name of a host, for the audit trail and for words. */
import 'server-only';
import { hostName } from '@/lib/domain/host';
import type { Session } from './session-types';
import { readView } from './views';

/** From the shared reading of hosts. @param id uuid @returns the uuid itself where the host is not known */
export async function nameOfHost(session: Session, id: string): Promise<string> {
  const { value } = await readView(session, 'hosts', {});
  const host = value?.data.hosts.find((one) => one.id === id);
  return host ? hostName(host) : id;
}
