/** Unlock of a worker: accelerators, processors and local storage for virtual machines. */
import { type Check, cannotTell, checksOf } from '../check';
import type { PreflightFacts } from '../host-facts';
import type { DeviceFact } from '../readiness-facts';
import { bothFacts, fromFact } from './facts';

/** device.SRIOV_ENABLED_FEC_DEVICE_IDS and PCI_DEVICE_CLASS_FPGA */
const FEC_DEVICES = ['0d8f', '0d5c', '57c0'];
const ACCELERATORS = ['120000', '120001'];
const isFec = ({ classId, deviceId }: DeviceFact): boolean =>
  ACCELERATORS.includes(classId ?? '') && FEC_DEVICES.includes(deviceId ?? '');

/** Application `sriov-fec-operator`: devices that one of its resources names are not looked at. Not known counts as yes. */
const isOperated = ({ apps }: PreflightFacts): boolean =>
  apps?.ok !== true ||
  apps.data.some(({ name, status }) => name === 'sriov-fec-operator' && status === 'applied');

/** Virtual functions as many as asked for. Devices that the SR-IOV FEC operator manages are not looked at. */
export function deviceChecks(facts: PreflightFacts, forced: boolean): Check[] {
  const check = checksOf('unlock', 'sysinv host.py _semantic_check_acclr_fec_device');
  if (forced) return [];
  const what = 'whether accelerators are configured';
  return fromFact(facts.devices, check.unknown, 'devices', what, 'sysinv', (all) => {
    const fec = all.filter(isFec);
    if (fec.length === 0) return check.pass('devices', { title: 'No FEC accelerator has to be configured' });
    const wrong = fec.find(
      ({ vfs, expectedVfs, vfAddresses }) =>
        (expectedVfs !== null && expectedVfs !== (vfs ?? 0)) || (vfs ?? 0) !== vfAddresses,
    );
    const wayOut = { kind: 'page', page: 'devices', label: 'Open devices' } as const;
    if (wrong && isOperated(facts)) {
      return check.warn('devices', {
        title: `${wrong.address} has other virtual functions than it was set to`,
        detail: 'The platform does not mind if the SR-IOV FEC operator manages this device.',
        wayOut,
      });
    }
    if (wrong) {
      const [asked, there] = [
        wrong.expectedVfs ?? wrong.vfs ?? 0,
        Math.min(wrong.vfs ?? 0, wrong.vfAddresses),
      ];
      return check.block('devices', {
        title: `${wrong.address} is to have ${asked} virtual functions, the inventory has ${there}`,
        detail: 'Wait a few minutes for the inventory, or change the device.',
        wayOut,
      });
    }
    const odd = fec.find((device) => device.odd);
    if (odd) {
      const why = `What ${odd.address} says of itself cannot be read.`;
      return check.unknown('devices', cannotTell(what, why, 'sysinv'));
    }
    return check.pass('devices', { title: 'FEC accelerators have their virtual functions' });
  });
}

/** Cores of the virtual switch where there is one, and none where there is none. */
export function cpuChecks(facts: PreflightFacts): Check[] {
  const check = checksOf('unlock', 'sysinv host.py _semantic_check_worker_cpu_assignments');
  const what = 'whether the CPU assignment is valid';
  const { system } = facts.context;
  if (system === null) {
    return [check.unknown('cpus', cannotTell(what, 'The system could not be read.', 'sysinv'))];
  }
  const wayOut = { kind: 'page', page: 'processor', label: 'Open processor' } as const;
  return fromFact(facts.cpus, check.unknown, 'cpus', what, 'sysinv', (all) => {
    const cores = all.some((cpu) => cpu.function === 'Vswitch');
    if (system.vswitch === 'none' && cores) {
      return check.block('cpus', {
        title: 'Cores are assigned to a virtual switch, and there is none',
        detail: 'Assign them to something else.',
        wayOut,
      });
    }
    if (system.vswitch === 'ovs-dpdk' && !cores) {
      const title = 'OVS-DPDK has no core on this host';
      return check.block('cpus', { title, detail: 'Assign a core to vSwitch.', wayOut });
    }
    return check.pass('cpus', { title: 'The CPU assignment is valid' });
  });
}

/** With label openstack-compute-node, disks for virtual machines; without it, none that is half made. */
export function novaLocalChecks(facts: PreflightFacts): Check[] {
  const check = checksOf('unlock', 'sysinv host.py _semantic_check_nova_local_storage');
  const what = 'whether there is local storage for virtual machines';
  const read = bothFacts(
    bothFacts(facts.labels, facts.hostFs),
    bothFacts(facts.volumeGroups, facts.physicalVolumes),
  );
  const wayOut = { kind: 'page', page: 'storage', label: 'Open storage' } as const;
  return fromFact(
    read,
    check.unknown,
    'nova-local',
    what,
    'sysinv',
    ([[labels, filesystems], [groups, volumes]]) => {
      const label = labels.find(({ key, value }) => key === 'openstack-compute-node' && value !== null);
      const compute = label?.value?.toLowerCase() === 'enabled';
      if (compute && filesystems.some(({ name }) => name === 'instances')) {
        return check.pass('nova-local', { title: 'Filesystem instances is there' });
      }
      const group = groups.find(({ name }) => name === 'nova-local');
      if (!group) {
        // Nothing to ask of a host without virtual machines.
        if (!compute) return [];
        return check.block('nova-local', {
          title: 'There is no storage for virtual machines',
          detail: 'Add filesystem instances or volume group nova-local.',
          wayOut,
        });
      }
      const filled = volumes.some(
        (volume) => volume.volumeGroup === 'nova-local' && volume.state !== 'removing',
      );
      if (group.state === 'removing' || filled) {
        return check.pass('nova-local', { title: 'Volume group nova-local is in order' });
      }
      return check.block('nova-local', {
        title: 'Volume group nova-local has no physical volume',
        detail: 'Add one, or remove the group.',
        wayOut,
      });
    },
  );
}
