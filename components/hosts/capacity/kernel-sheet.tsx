'use client';
/** Which kernel a host is to run. */
import { useState } from 'react';
import { Note } from '@/components/ui/note';
import { RadioGroup } from '@/components/ui/radio';
import {
  KERNEL_HELP,
  KERNELS,
  type KernelName,
  kernelVerdict,
  kernelWord,
} from '@/lib/domain/capacity/kernel';
import { type Host, hostName } from '@/lib/domain/host';
import type { Kernel } from '@/lib/domain/host-parts';
import { CapacitySheet } from './capacity-sheet';

type Props = { host: Host; kernel: Kernel; onClose: () => void };

export function KernelSheet({ host, kernel, onClose }: Props) {
  const had = KERNELS.find((one) => one === kernel.provisioned) ?? null;
  const [picked, setPicked] = useState<KernelName | null>(null);
  const wanted = picked ?? had;
  const changed = wanted !== null && wanted !== had;
  const name = hostName(host);
  return (
    <CapacitySheet
      title={`Kernel of ${name}`}
      sentence="The host boots it with the next unlock. Until then its configuration is out of date, with an alarm."
      button="Change kernel"
      done={`${name} runs the ${kernelWord(wanted).toLowerCase()} kernel after the next unlock`}
      gap={changed ? null : 'Nothing has been changed'}
      dirty={changed}
      host={host}
      state={{ cpus: [], memory: [], kernel }}
      calls={changed ? [{ do: 'kernel.change', kernel: wanted }] : []}
      judge={() => kernelVerdict(host)}
      onClose={onClose}
    >
      <RadioGroup
        label="Kernel"
        value={wanted}
        onValueChange={setPicked}
        options={KERNELS.map((value) => ({ value, label: kernelWord(value), help: KERNEL_HELP[value] }))}
      />
      <Note tone="info">
        It runs the {kernelWord(kernel.running).toLowerCase()} kernel now. Unlocking is refused for the first
        seconds after a change, while the boot loader is told.
      </Note>
    </CapacitySheet>
  );
}
