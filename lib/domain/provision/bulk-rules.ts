/** What is wrong with rows of a bulk add, before anything is sent: by the platform's rules, among the rows, and against the hosts that are there. */
import { isController } from '../host';
import type { RuleContext } from '../host-rules/context';
import { isIp } from '../ip';
import { normalizeMac } from '../mac';
import { denied, type Verdict } from '../result';
import { may } from '../rights';
import { isAllInOne, isSimplex } from '../system';
import { bulkBoardFaults } from './bulk-board';
import { type BulkContext, type BulkFault, block, type Finding, warn } from './bulk-fault';
import { BULK_FIELDS, type BulkField, type BulkRow, bulkChoices, rowsToSend } from './bulk-row';

const NEW = 'sysinv host.py _new_host_semantic_checks';
const POST = 'sysinv host.py _do_post';
const SETUP = 'sysinv host.py _controller_storage_node_setup';

/** May anything be added in bulk here? (sysinv host.py bulk_add) */
export function bulkVerdict(context: RuleContext): Verdict {
  const right = may(context.viewer, 'host.provision', 'Adding hosts');
  if (!right.ok) return right;
  if (context.system !== null && isSimplex(context.system))
    return denied('A simplex system has one host: none can be added.', 'sysinv host.py bulk_add');
  const controllers = context.hosts.filter(isController);
  const managed = controllers.some(
    ({ administrative, operational }) => administrative === 'unlocked' && operational === 'enabled',
  );
  return controllers.length > 0 && !managed
    ? denied('No controller is unlocked and enabled. One has to be there first.', 'sysinv host.py bulk_add')
    : { ok: true };
}

/** Every fault of the rows that would be sent, in their order; rows that are left out have none. */
export function bulkFaults(rows: readonly BulkRow[], context: BulkContext): BulkFault[] {
  const sent = rowsToSend(rows);
  const twins = twinsOf(sent);
  let controllers = context.hosts.filter(isController).length;
  return sent.flatMap((row) => {
    if (row.values.personality === 'controller') controllers += 1;
    return [
      ...identityFaults(row, context, controllers),
      ...textFaults(row, context),
      ...bulkBoardFaults(row, context),
      ...twinFaults(row, twins, rows),
    ]
      .toSorted((a, b) => Number(a.weight === 'warn') - Number(b.weight === 'warn'))
      .map((finding) => ({ row: row.id, ...finding }));
  });
}

function* identityFaults({ values }: BulkRow, context: BulkContext, controllers: number): Generator<Finding> {
  const { personality } = values;
  const known = bulkChoices('personality', { ...context, hosts: [] }, '').some(
    ({ value }) => value === personality,
  );
  if (personality === '') yield block('personality', 'Choose a role', NEW);
  else if (personality === 'storage' && context.system !== null && isAllInOne(context.system)) {
    yield block(
      'personality',
      'An all-in-one system has no storage hosts',
      'sysinv host.py _personality_check',
    );
  } else if (!known && personality !== 'edgeworker') {
    yield block('personality', 'Controller, worker or storage', NEW);
  } else if (personality === 'storage' && context.ceph === false) {
    yield block('personality', 'Storage hosts need Ceph, which this cloud does not have', SETUP);
  } else if (personality === 'controller' && controllers > 2) {
    yield block('personality', 'Both controllers are there already', SETUP);
  }
  yield* nameFaults(values.hostname.trim(), personality, context);
  yield* macFaults(values.mgmtMac, context);
}

function* nameFaults(name: string, personality: string, context: BulkContext): Generator<Finding> {
  const cite = 'sysinv host.py _validate_hostname';
  if (personality === 'controller') {
    if (name !== '' && name !== 'controller-0' && name !== 'controller-1')
      yield block('hostname', 'controller-0 or controller-1; leave it empty, the platform gives it', cite);
    return;
  }
  if (personality === 'storage') {
    if (name !== '' && !/^storage-\d+$/.test(name))
      yield block('hostname', 'storage- and a number; leave it empty, the platform gives it', cite);
    return;
  }
  if (name === '') yield block('hostname', 'A worker needs a name', NEW);
  else if (!/^[\p{L}\p{N}_.-]+$/u.test(name))
    yield block('hostname', 'Only letters, numbers, underscores, dots and hyphens', cite);
  else if (name === 'controller-0' || name === 'controller-1' || name.startsWith('storage'))
    yield block('hostname', 'This name is kept for controllers and storage hosts', cite);
  else if (name.length > 255) yield block('hostname', 'At most 255 characters', cite);
  else if (context.hosts.some(({ hostname }) => hostname === name))
    yield block('hostname', 'A host has this name', POST);
}

function* macFaults(text: string, context: BulkContext): Generator<Finding> {
  if (text.trim() === '')
    return yield block('mgmtMac', 'Needed: the MAC address of its management interface', NEW);
  const mac = normalizeMac(text);
  if (mac === null) return yield block('mgmtMac', 'A MAC address, such as 3c:fd:fe:00:04:00', NEW);
  const other = context.hosts.find(({ mgmtMac }) => mgmtMac?.toLowerCase() === mac);
  if (!other) return;
  if (other.hostname !== null || other.personality !== null)
    yield block('mgmtMac', `${other.hostname ?? 'A host'} has this address`, POST);
  else yield warn('mgmtMac', 'Discovered already: this row says what it becomes', POST);
}

const CHOICES: readonly BulkField[] = ['subfunctions', 'bmType', 'installOutput', 'appArmor'];
/** What XML 1.0 has no way to write: control characters below the space, but tab and line ends. */
const UNWRITABLE = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/u;

function* textFaults({ values }: BulkRow, context: BulkContext): Generator<Finding> {
  for (const field of BULK_FIELDS) {
    if (field !== 'hostname' && values[field].length > 255)
      yield block(field, 'At most 255 characters', 'sysinv db models ihost');
  }
  for (const field of CHOICES) {
    const value = values[field].trim();
    const known = bulkChoices(field, context, '');
    const passedOver = field === 'subfunctions' && values.personality !== 'worker';
    if (value !== '' && !passedOver && !known.some((choice) => choice.value === value))
      yield block(field, `One of ${known.map((choice) => choice.value).join(', ')}`, POST);
  }
  if (values.hwSettle.trim() !== '' && !/^\d{1,9}$/.test(values.hwSettle.trim()))
    yield block('hwSettle', 'A whole number of seconds', 'sysinv db models ihost');
  for (const field of BULK_FIELDS) {
    if (UNWRITABLE.test(values[field]))
      yield block(field, 'Holds a character that an XML file cannot', 'sysinv host.py bulk_add');
  }
}

type Twins = Readonly<Record<'hostname' | 'mgmtMac' | 'bmAddress', ReadonlyMap<string, readonly string[]>>>;

const keyOf = ({ values }: BulkRow, field: keyof Twins): string | null => {
  const text = values[field].trim();
  if (field === 'mgmtMac') return normalizeMac(text);
  if (field === 'bmAddress') return isIp(text) ? text.toLowerCase() : null;
  return text === '' ? null : text;
};

/** Ids of the rows that say the same. */
function twinsOf(rows: readonly BulkRow[]): Twins {
  const of = (field: keyof Twins) => {
    const found = new Map<string, string[]>();
    for (const row of rows) {
      const key = keyOf(row, field);
      if (key !== null) found.set(key, [...(found.get(key) ?? []), row.id]);
    }
    return found;
  };
  return { hostname: of('hostname'), mgmtMac: of('mgmtMac'), bmAddress: of('bmAddress') };
}

function* twinFaults(row: BulkRow, twins: Twins, rows: readonly BulkRow[]): Generator<Finding> {
  for (const field of ['hostname', 'mgmtMac', 'bmAddress'] as const) {
    const key = keyOf(row, field);
    const others = (key === null ? [] : (twins[field].get(key) ?? [])).filter((id) => id !== row.id);
    if (others.length === 0) continue;
    const places = others.map((id) => rows.findIndex((other) => other.id === id) + 1);
    yield block(field, `The same as row ${places.join(' and row ')}`, POST);
  }
}
