/** What the address says of an export. */
import { textParam } from '@/lib/url/params';

/** Hostname or uuid; without one the whole system is meant. */
export const EXPORT_PARAMS = { host: textParam };
