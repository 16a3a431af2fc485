/** The kernel of a host: standard or low latency (sysinv api/controllers/v1/kernel.py). */
import { type Host, isLocked, type Unknown } from '../host';
import type { Kernel } from '../host-parts';
import { allowed, denied, type Verdict } from '../result';
import { NEEDS_LOCK } from './host-rules';

/** constants.SUPPORTED_KERNELS */
export const KERNELS = ['standard', 'lowlatency'] as const;
export type KernelName = (typeof KERNELS)[number];

const WORDS: Record<string, string> = { standard: 'Standard', lowlatency: 'Low latency' };

/** As it is read; a word that is not known stays as it is. */
export const kernelWord = (kernel: Unknown<string>): string =>
  kernel === null ? 'Unknown' : (WORDS[kernel] ?? kernel);

export const KERNEL_HELP: Record<KernelName, string> = {
  standard: 'The most work in the time there is. For applications that do not count microseconds.',
  lowlatency:
    'Linux with real-time scheduling: delays are short and bounded, at the cost of some throughput. For vRAN.',
};

/** Waits the provisioned kernel for an unlock? null: one of them is not known */
export const kernelWaits = ({ provisioned, running }: Kernel): Unknown<boolean> =>
  provisioned === null || running === null ? null : provisioned !== running;

export function kernelVerdict(host: Host): Verdict {
  const cite = 'sysinv kernel.py _check_host';
  if (!isLocked(host)) return denied(NEEDS_LOCK, cite);
  if (!host.subfunctions.includes('worker'))
    return denied('The kernel can be chosen on hosts with the worker function.', cite);
  if (host.inventoryState !== null && host.inventoryState !== 'inventoried')
    return denied('The platform has not taken stock of this host yet.', cite);
  return host.availability === 'offline' ? denied('The host has to be online.', cite) : allowed;
}
