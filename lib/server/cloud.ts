/** The one name a cloud has before anyone asks it: Keystone's host and port, with the region where one is set. */
import 'server-only';
import { env } from '@/lib/env';

export function cloudName(): string {
  const { KEYSTONE_URL, STX_REGION } = env();
  const { host } = new URL(KEYSTONE_URL);
  return STX_REGION === '' ? host : `${host} ${STX_REGION}`;
}
