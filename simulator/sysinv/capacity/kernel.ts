/** The kernel of a host: which it is to run and which it runs (sysinv api/controllers/v1/kernel.py). */
import type { World } from '../../kernel/world';
import { changeByReboot } from '../actions/config';
import { set } from '../actions/steps';
import { refuse } from '../faults';
import type { Host } from '../host';
import { provisionedKernel } from '../seed/devices';

export const KERNELS = ['lowlatency', 'standard'] as const;
type KernelName = (typeof KERNELS)[number];

/** As the manifest needs to write it into the boot loader, in seconds; until then the host may not be unlocked. */
const MANIFEST_SECONDS = 20;
/** The order that the platform writes subfunctions in. */
const ORDER = ['controller', 'worker', 'storage', 'lowlatency'];

const subfunctionsOf = ({ row }: Host): string[] =>
  (row.subfunctions ?? '').split(',').filter((one) => one !== '');

/** Writes which kernel the host is to run; it runs it after the next unlock. */
export function setKernel(world: World, host: Host, kernel: KernelName): void {
  const running = host.kernelRunning ?? provisionedKernel(host);
  if (provisionedKernel(host) === kernel && running === kernel) return;
  const others = subfunctionsOf(host).filter((one) => one !== 'lowlatency');
  const all = kernel === 'lowlatency' ? [...others, kernel] : others;
  const rank = (one: string) => (ORDER.includes(one) ? ORDER.indexOf(one) : ORDER.length);
  host.kernelRunning = running;
  world.sysinv.unseen.set(host.row.id, {
    ...world.sysinv.unseen.get(host.row.id),
    kernelChosenAt: world.clock.now(),
  });
  set(world, host, { subfunctions: all.sort((a, b) => rank(a) - rank(b)).join(',') });
  changeByReboot(world, [host]);
  world.clock.after(MANIFEST_SECONDS * 1000, () => {
    const { kernelChosenAt: _, ...rest } = world.sysinv.unseen.get(host.row.id) ?? {};
    world.sysinv.unseen.set(host.row.id, rest);
  });
}

/** kernel.py _check_host. */
export function checkKernelHost({ row }: Host): void {
  if (row.administrative !== 'locked') refuse(400, 'Host must be locked.');
  if (!(row.subfunctions ?? '').includes('worker')) refuse(400, 'Can only modify worker nodes.');
  if (row.inv_state !== 'inventoried') refuse(400, 'Host must have completed initial inventory.');
  if (row.availability === 'offline') refuse(400, 'Host must be online.');
}
