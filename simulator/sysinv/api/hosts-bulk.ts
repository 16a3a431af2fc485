/**
 * Hosts in bulk (sysinv api/controllers/v1/host.py bulk_add, bulk_export): a file of hosts. What is wrong with it is told
 * with status 200, beside what went well, in the platform's sentences.
 */
import type { Call, Reply } from '../../kernel/http';
import type { Caller, World } from '../../kernel/world';
import type { Fields } from '../checks/fields';
import { checkNewFields } from '../checks/new-host';
import { Refusal } from '../faults';
import type { RouteOn } from './collections';
import { formOf } from './form';
import { readHosts, writeHosts, type XmlHost } from './host-xml';
import { createHost } from './hosts-add';
import { ok } from './wire';

export function hostBulkRoutes(on: RouteOn): void {
  on('GET', '/v1/ihosts/bulk_export', (_call, { world: { sysinv } }) =>
    ok({ content: writeHosts(sysinv.hosts, String(sysinv.system.software_version)) }),
  );
  on('POST', '/v1/ihosts/bulk_add', bulkAdd);
}

const ENABLE_ONE = 'Please unlock controller-0, wait for it to enable and then retry.';

const told = (success: string, error: string): Reply => ok({ success, error });

function bulkAdd(call: Call, { world }: Caller): Reply {
  const { sysinv } = world;
  if (sysinv.isSimplex()) return told('', 'Bulk add on a simplex system is not allowed.');
  const managed = sysinv.hosts.some(
    ({ row }) =>
      row.personality === 'controller' && row.administrative === 'unlocked' && row.operational === 'enabled',
  );
  if (!managed) return told('', `Bulk_add requires enabled controller. ${ENABLE_ONE}`);
  const file = formOf(call).files.get('file');
  if (!file?.name) return told('', 'Error: No file uploaded');
  const hosts = readHosts(file.bytes.toString('utf8'));
  if (!hosts) return told('', 'No hosts have been added, invalid XML document');
  const wanted = hosts.map(fieldsOf);
  for (const [n, fields] of wanted.entries()) {
    const wrong = refusalOf(() => checkNewFields(world, fields, String(fields.mgmt_mac ?? '')));
    if (wrong !== undefined) {
      const who = fields.hostname || `with index ${n}`;
      return told('', ` No hosts have been added, error parsing host ${String(who)}: ${wrong}`);
    }
  }
  return addAll(world, wanted);
}

/** Each by itself: what one of them is refused for keeps no other from being added. */
function addAll(world: World, wanted: readonly Fields[]): Reply {
  let [success, error] = ['', ''];
  for (const fields of wanted) {
    const who = String(fields.hostname || fields.personality || '');
    let name = who;
    const wrong = refusalOf(() => {
      name = createHost(world, fields).row.hostname ?? who;
    });
    if (wrong !== undefined) error += ` ${who}: ${wrong}\n`;
    else if ('power_on' in fields && fields.bm_type === undefined) {
      success += `\n ${name} Warning: Ignoring <power_on> due to insufficient board management (bm) data.`;
    } else success += `\n ${name}`;
  }
  return told(success, error);
}

function refusalOf(run: () => void): string | undefined {
  try {
    run();
    return undefined;
  } catch (refused) {
    if (refused instanceof Refusal) return refused.faultstring;
    throw refused;
  }
}

/** Elements that are read; the others are passed over. */
const READ = [
  'hostname',
  'personality',
  'subfunctions',
  'mgmt_mac',
  'bm_ip',
  'bm_type',
  'bm_username',
  'bm_password',
  'boot_device',
  'rootfs_device',
  'hw_settle',
  'install_output',
  'console',
  'power_on',
  'apparmor',
];

/** An empty element says nothing, but for `power_on`. */
function fieldsOf(host: XmlHost): Fields {
  const said = READ.flatMap((name): [string, string][] => {
    const text = host.get(name);
    return text === undefined || (text === '' && name !== 'power_on') ? [] : [[name, text]];
  });
  const locn = host.get('location');
  return { ...Object.fromEntries(said), ...(locn !== undefined && { location: { locn } }) };
}
