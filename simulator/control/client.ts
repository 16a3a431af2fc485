/** The control port from the other side: what a test calls. */
import type { Fault } from '../kernel/faults';
import type { RequestCount } from '../kernel/requests';
import type { WorldInfo } from './answers';
import { AppControl } from './client-apps';
import { query, type Where } from './client-calls';

export class ControlClient extends AppControl {
  async worlds(): Promise<WorldInfo[]> {
    return (await this.call<{ worlds: WorldInfo[] }>('GET', 'worlds')).worlds;
  }

  /** Ends a copy that nobody needs any more. */
  async drop(tag: string): Promise<void> {
    await this.call('DELETE', 'worlds', { tag });
  }

  /** Moves time forward; what falls due on the way has happened when this resolves. */
  async advance(ms: number, where: Where = {}): Promise<void> {
    await this.call('POST', 'advance', { ...where, ms });
  }

  /** How many times faster than in life waits pass from now on. */
  async speed(factor: number, where: Where = {}): Promise<void> {
    await this.call('POST', 'speed', { ...where, factor });
  }

  async fault(fault: Fault | Fault[], where: Where = {}): Promise<void> {
    await this.call('POST', 'faults', { ...where, faults: Array.isArray(fault) ? fault : [fault] });
  }

  async clearFaults(where: Where = {}): Promise<void> {
    await this.call('DELETE', 'faults', where);
  }

  /** Ends tokens now, as their time would. Returns how many. */
  async expireTokens(where: Where = {}, user?: string): Promise<number> {
    return (await this.call<{ expired: number }>('POST', 'expire-tokens', { ...where, user })).expired;
  }

  /** What reached each service since the start or the last reset. */
  async requests(where: Where = {}): Promise<RequestCount[]> {
    return (await this.call<{ requests: RequestCount[] }>('GET', `requests?${query(where)}`)).requests;
  }

  async resetRequests(where: Where = {}): Promise<void> {
    await this.call('DELETE', 'requests', where);
  }

  async resetLockout(where: Where = {}): Promise<void> {
    await this.call('POST', 'lockout/reset', where);
  }
}
