import 'server-only';
import { env } from '@/lib/env';

/** The platform's address as configured, without scheme, port and path: what the log-in page may name. */
export const platformHost = (): string => new URL(env().KEYSTONE_URL).hostname;
