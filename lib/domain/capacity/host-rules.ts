/** What changes to cores, memory and the kernel of a host ask of the host alike. */
import type { Host, Unknown } from '../host';
import type { Verdict } from '../result';
import { may, type Right, type Viewer } from '../rights';

export const CAPACITY_RIGHT: Right = 'system.configure';
export const CAPACITY_DEED = 'Changing processors and memory';
/** Admin and configurator (policies config_api:icpu, imemory, kernel: modify). */
export const mayChangeCapacity = (viewer: Viewer): Verdict => may(viewer, CAPACITY_RIGHT, CAPACITY_DEED);

export const NEEDS_LOCK = 'Lock the host first.';

/** sysinv utils.py is_aio_simplex_host_unlocked: while it is being provisioned it does not count. */
export const unlockedSimplex = (host: Host, simplex: Unknown<boolean>): boolean =>
  simplex === true && host.administrative !== 'locked' && host.provisionState !== 'provisioning';

export const hasWorkerFunction = ({ subfunctions, personality }: Host): boolean =>
  subfunctions.includes('worker') || personality === 'worker';
