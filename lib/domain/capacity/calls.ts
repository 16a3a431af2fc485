/** Changes to what a host has to give, each one request to sysinv: cores, memory of one NUMA node, the kernel. */
import type { Unknown } from '../host';
import type { Cpu, Kernel, MemoryNode } from '../host-parts';
import type { StepsOf } from '../steps';
import { allocate, type CpuPlan, cpuSite, isSo, planOf } from './cpu-plan';
import { type KernelName, kernelWord } from './kernel';
import { changeTo, type MemoryChange, pagesOf, wishAfter, wishOf } from './memory-plan';

export type CapacityCall =
  | { do: 'cpus.assign'; plan: CpuPlan; vswitch: boolean }
  /** `memory`: uuid of the row; `node`: its NUMA node, as people call it. */
  | { do: 'memory.change'; memory: string; node: number; to: MemoryChange }
  | { do: 'kernel.change'; kernel: KernelName };

export type CapacityJob = { job: 'cpus' } | { job: 'memory' } | { job: 'kernel' };

/** What calls are judged and taken back by. What a change is not about is not read. */
export type CapacityState = {
  cpus: readonly Cpu[];
  memory: readonly MemoryNode[];
  kernel: Unknown<Kernel>;
};

export function capacityTitle(call: CapacityCall): string {
  switch (call.do) {
    case 'cpus.assign':
      return 'Assign cores';
    case 'memory.change':
      return `Memory of NUMA node ${call.node}: ${changeWords(call.to)}`;
    case 'kernel.change':
      return `Kernel: ${kernelWord(call.kernel).toLowerCase()}`;
  }
}

/** "9000 MiB for the platform, 4 pages of 1 GiB". */
export function changeWords(to: MemoryChange): string {
  const pages = (count: number, size: string) =>
    to.asPercentage
      ? `${count} % in pages of ${size}`
      : `${count} ${count === 1 ? 'page' : 'pages'} of ${size}`;
  return [
    to.reservedMib === undefined ? null : `${to.reservedMib} MiB for the platform`,
    to.pages2M === undefined ? null : pages(to.pages2M, '2 MiB'),
    to.pages1G === undefined ? null : pages(to.pages1G, '1 GiB'),
    to.vswitchPages === undefined
      ? null
      : `${to.vswitchPages} for the vSwitch${to.vswitchSizeMib === undefined ? '' : ` of ${to.vswitchSizeMib} MiB`}`,
    to.vswitchPages === undefined && to.vswitchSizeMib !== undefined
      ? `vSwitch pages of ${to.vswitchSizeMib} MiB`
      : null,
  ]
    .filter((part) => part !== null)
    .join(', ');
}

function remaining(call: CapacityCall, state: CapacityState): CapacityCall | null {
  switch (call.do) {
    case 'cpus.assign': {
      const site = cpuSite(state.cpus);
      return site && isSo(site, call.plan) ? null : call;
    }
    case 'memory.change': {
      const node = state.memory.find(({ id }) => id === call.memory);
      if (!node) return call;
      const to = changeTo(node, wishAfter(node, call.to));
      return to && { ...call, to };
    }
    case 'kernel.change':
      return state.kernel?.provisioned === call.kernel ? null : call;
  }
}

function after(call: CapacityCall, state: CapacityState): CapacityState {
  switch (call.do) {
    case 'cpus.assign': {
      const site = cpuSite(state.cpus);
      const uses = site && allocate(site, call.plan);
      if (!uses) return state;
      return { ...state, cpus: state.cpus.map((cpu) => ({ ...cpu, use: uses.get(cpu.number) ?? cpu.use })) };
    }
    case 'memory.change':
      return {
        ...state,
        memory: state.memory.map((node) => (node.id === call.memory ? nodeAfter(node, call.to) : node)),
      };
    case 'kernel.change':
      return { ...state, kernel: state.kernel && { ...state.kernel, provisioned: call.kernel } };
  }
}

function nodeAfter(node: MemoryNode, to: MemoryChange): MemoryNode {
  const wish = wishAfter(node, to);
  const pages = (sizeMib: number, given: number | undefined) => {
    const own = pagesOf(node, sizeMib);
    if (!own || given === undefined) return own ? [own] : [];
    return [{ ...own, pending: given, ...(wish.asPercentage ? { percentage: given } : {}) }];
  };
  return {
    ...node,
    platformReservedMib: wish.reservedMib,
    asPercentage: wish.asPercentage,
    hugePages: [...pages(1024, to.pages1G), ...pages(2, to.pages2M)],
    vswitch: {
      ...node.vswitch,
      sizeMib: wish.vswitchSizeMib,
      required: to.vswitchPages ?? node.vswitch.required,
    },
  };
}

/** A number that was not pending before becomes pending as it is now: with the next unlock nothing changes by it. */
function inverse(call: CapacityCall, before: CapacityState): CapacityCall | null {
  switch (call.do) {
    case 'cpus.assign': {
      const site = cpuSite(before.cpus);
      return site && { ...call, plan: planOf(site) };
    }
    case 'memory.change': {
      const node = before.memory.find(({ id }) => id === call.memory);
      if (!node) return null;
      const then = wishOf(node);
      const to: MemoryChange = {
        ...(call.to.reservedMib !== undefined && then.reservedMib !== null
          ? { reservedMib: then.reservedMib }
          : {}),
        ...(call.to.asPercentage === undefined
          ? {}
          : {
              asPercentage: then.asPercentage,
              ...(then.pages2M === null ? {} : { pages2M: then.pages2M }),
              ...(then.pages1G === null ? {} : { pages1G: then.pages1G }),
            }),
        ...(call.to.vswitchPages !== undefined && then.vswitchPages !== null
          ? { vswitchPages: then.vswitchPages }
          : {}),
        ...(call.to.vswitchSizeMib !== undefined && then.vswitchSizeMib !== null
          ? { vswitchSizeMib: then.vswitchSizeMib }
          : {}),
      };
      return { ...call, to };
    }
    case 'kernel.change': {
      const kernel = before.kernel?.provisioned;
      return kernel === 'standard' || kernel === 'lowlatency' ? { ...call, kernel } : null;
    }
  }
}

export const capacitySteps: StepsOf<CapacityCall, CapacityState> = {
  ...{ remaining, after, inverse },
  partOf: () => null,
};
