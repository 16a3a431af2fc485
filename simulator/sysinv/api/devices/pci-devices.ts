/** PATCH of PCI devices (sysinv api/controllers/v1/pci_device.py): a name, and whether workloads may have it. */
import type { Call, Reply } from '../../../kernel/http';
import type { Json } from '../../../kernel/json';
import type { Caller } from '../../../kernel/world';
import { checkDeviceHost, checkQat } from '../../checks/devices/devices';
import { deviceOf } from '../../devices/rows';
import { refuse } from '../../faults';
import { perHost } from '../../network/rows';
import { stamp } from '../../rows';
import { notFound, type RouteOn } from '../collections';
import { patchOperations } from '../json-patch';
import { ok, wireRow } from '../wire';

/** In the order of objects/pci_device.py, in which fields that differ are judged. */
const ORDER = ['pciaddr', 'sriov_totalvfs', 'sriov_numvfs', 'sriov_vf_driver', 'driver', 'extra_info'];

export function pciDeviceRoutes(on: RouteOn): void {
  on('PATCH', '/v1/pci_devices/:id', patch);
}

function patch(call: Call, { world }: Caller): Reply {
  const id = call.params.id ?? '';
  const operations = patchOperations(call);
  const { row, host } = deviceOf(world, id) ?? notFound(perHost('pci_devices'), id);
  const wanted: { [column: string]: Json } = {};
  for (const { op, path, value } of operations) {
    const column = path.slice(1);
    if (!(column in row)) refuse(400, `Patching Error: can't ${op} a non-existent object '${column}'`);
    wanted[column] = column === 'enabled' ? flagOf(value) : (value ?? null);
  }
  checkDeviceHost(host);
  checkQat(row);
  const differing = Object.keys(wanted).filter((column) => wanted[column] !== row[column]);
  const others = differing.filter((column) => column !== 'enabled' && column !== 'name');
  const [first] = others.sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  if (first !== undefined) refuse(400, `Modifying ${first} attribute restricted`);
  if (differing.length > 0) Object.assign(row, wanted, { updated_at: stamp(world.clock.now()) });
  return ok(wireRow(perHost('pci_devices'), row, call.origin, 'item'));
}

/** As wsme reads a boolean: "True" of the command line counts (write-124). */
function flagOf(value: Json | undefined): boolean {
  const said = String(value).toLowerCase();
  if (['true', 't', 'yes', 'y', 'on', '1'].includes(said)) return true;
  if (['false', 'f', 'no', 'n', 'off', '0'].includes(said)) return false;
  return refuse(400, `Invalid input for field/attribute enabled. Value: '${String(value)}'.`);
}
