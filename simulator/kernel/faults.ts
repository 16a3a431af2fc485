/** What can be made to go wrong on purpose, per service and path. */
import type { Call, Reply } from './http';
import type { ServiceName } from './ports';

/** One fault. Everything that is left out matches; the first that matches a call is the one that acts. */
export type Fault = {
  service: ServiceName;
  /** A prefix of the path, or a regular expression written as `/…/`. */
  path?: string;
  method?: string;
  /** Real milliseconds to wait before anything else. */
  latencyMs?: number;
  /** Answer with this status instead of asking the service. */
  status?: number;
  /** The body for `status`; without it the service's own way to say 500 is used. */
  body?: unknown;
  /** Cut the connection without an answer; the service was not asked. */
  drop?: boolean;
  /** Let the service do the work, then cut the connection: the caller cannot know. */
  dropAfter?: boolean;
  /** The body leaves in ten pieces, this many milliseconds apart. */
  dripMs?: number;
  /** The service is gone: every connection is cut, and other services see it as refused. */
  down?: boolean;
  /** How many calls this fault meets before it is over; without it, until it is removed. */
  times?: number;
};

export class FaultList {
  private faults: Fault[] = [];

  add(faults: readonly Fault[]): void {
    this.faults.push(...faults.map((fault) => ({ ...fault })));
  }

  list(): readonly Fault[] {
    return this.faults;
  }

  clear(): void {
    this.faults = [];
  }

  /** The fault that meets this call, counted down. */
  take(service: ServiceName, call: Pick<Call, 'method' | 'path'>): Fault | undefined {
    const found = this.faults.find((fault) => fault.service === service && matches(fault, call));
    if (found?.times !== undefined) {
      found.times -= 1;
      if (found.times <= 0) this.faults = this.faults.filter((other) => other !== found);
    }
    return found;
  }

  /** Whether a service as a whole is down: what another service sees when it calls it. */
  isDown(service: ServiceName): boolean {
    return this.faults.some((fault) => fault.service === service && fault.down === true);
  }
}

function matches(fault: Fault, call: Pick<Call, 'method' | 'path'>): boolean {
  if (fault.method && fault.method.toUpperCase() !== call.method) return false;
  if (!fault.path) return true;
  const regex = /^\/(.+)\/$/.exec(fault.path);
  // "/v1/" is a prefix; only something that uses a regular expression's own characters is read as one.
  if (regex?.[1] && /[\\^$.*+?()[\]{}|]/.test(regex[1])) return new RegExp(regex[1]).test(call.path);
  return call.path.startsWith(fault.path);
}

/** What a fault answers in place of the service, if it does. */
export function faultReply(fault: Fault, serverError: Reply): Reply | undefined {
  if (fault.status === undefined) return undefined;
  if (fault.body !== undefined) return { status: fault.status, body: fault.body };
  return { ...serverError, status: fault.status };
}
