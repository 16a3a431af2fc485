/** How sysinv refuses. Envelopes are the kernel's; see /v1 answers with `{"error_message": "<JSON text>"}`, parsed twice. */
import type { Reply } from '../kernel/http';
import { errorMessage, fault } from '../kernel/service';

/** A refusal before any controller ran: unrouted, wrong method, not allowed by role. */
export function httpError(code: 403 | 404 | 405): Reply {
  const titles = { 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed' };
  const description = code === 403 ? 'The requested action is not authorized' : '';
  return errorMessage(code, { code, title: titles[code], description });
}

/** Thrown inside a controller to leave it with a refusal; caught where calls are dispatched. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly faultstring: string,
  ) {
    super(faultstring);
  }

  reply(): Reply {
    return fault(this.status, this.faultstring);
  }
}

export function refuse(status: number, faultstring: string): never {
  throw new Refusal(status, faultstring);
}
