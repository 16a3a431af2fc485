/** Board management of a row of a bulk add (sysinv host.py _bm_semantic_check_and_update and what it calls). */
import { isIp } from '../ip';
import { type BulkContext, block, type Finding, warn } from './bulk-fault';
import type { BulkRow } from './bulk-row';

const BOARD = 'sysinv host.py _bm_semantic_check_and_update';
const USER = 'sysinv host.py _bm_username_semantic_check';
const PASSWORD = 'sysinv host.py _bm_password_semantic_check';

/** Of a board that is named: none said with an address and a user means that the platform finds out its kind. */
export const hasBoard = ({ values }: Pick<BulkRow, 'values'>): boolean =>
  values.bmType === '' ? values.bmAddress.trim() !== '' : values.bmType !== 'none';

export function* bulkBoardFaults(row: BulkRow, context: BulkContext): Generator<Finding> {
  const { values } = row;
  const address = values.bmAddress.trim();
  const user = values.bmUserName.trim();
  const password = values.bmPassword;
  if (hasBoard(row)) {
    if (address === '') yield block('bmAddress', 'Board management needs an address', BOARD);
    if (user === '') yield block('bmUserName', 'Board management needs a user', BOARD);
  }
  if (address !== '') yield* addressFaults(address, context);
  if (/\s/.test(user)) yield block('bmUserName', 'No blanks', USER);
  else if (user.length > 16) yield block('bmUserName', 'At most 16 characters', USER);
  if (/\s/.test(password)) yield block('bmPassword', 'No blanks', PASSWORD);
  else if (password !== '' && user === '' && !hasBoard(row))
    yield block('bmUserName', 'A password needs its user', PASSWORD);
  if (row.lostPassword && password === '' && hasBoard(row))
    yield block('bmPassword', 'Type it again: passwords are not kept', 'this console');
  if (values.powerOn !== '' && !hasBoard(row))
    yield warn('powerOn', 'Stays off: it needs board management', 'sysinv host.py bulk_add');
}

function* addressFaults(address: string, context: BulkContext): Generator<Finding> {
  if (!isIp(address)) {
    yield block('bmAddress', 'An IPv4 or IPv6 address', BOARD);
    return;
  }
  const family = address.includes(':') ? 'IPv6' : 'IPv4';
  if (context.oamFamily !== null && context.oamFamily !== family)
    yield block(
      'bmAddress',
      `${context.oamFamily}, as the OAM network is`,
      'sysinv host.py _bm_ip_version_semantic_check',
    );
  const other = context.hosts.find(
    ({ boardManagement }) => boardManagement.address?.toLowerCase() === address.toLowerCase(),
  );
  if (other) yield block('bmAddress', `The board of ${other.hostname ?? 'another host'} has it`, BOARD);
}
