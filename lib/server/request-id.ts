import 'server-only';
import { randomBytes } from 'node:crypto';

/** A new request id: short enough to read over the phone, long enough not to meet twice in a log. */
export const newRequestId = (): string => `req-${randomBytes(6).toString('hex')}`;
