/** The rules of an interface in the order in which sysinv asks them, so that the first refusal is the platform's. */
import { refuse } from '../../faults';
import { rowsOn } from '../../network/rows';
import { checkModes } from './addressing';
import { checkCount, checkMembers, checkShared, checkVlan } from './below';
import { checkBondClass, checkMode, checkReselect } from './bond';
import { checkClass, checkOvs, checkRole, checkType } from './class';
import { draftOf, type Site } from './draft';
import { checkPile } from './mtu';
import { checkName, checkPortNames } from './name';
import { checkRates } from './rates';
import { checkConsumers, checkVf } from './vf';

const RATES = ['max_tx_rate', 'max_rx_rate'];
const CHANNELS = ['channels', 'sriov_vf_channels'];

/**
 * @param uses what the write says of the interfaces below, nothing where it does not
 * @param columns what a PATCH changes
 */
export function judge(site: Site, uses: readonly string[] | null, columns: readonly string[] = []): void {
  if (needsLock(site, columns) && site.host.row.administrative !== 'locked') {
    refuse(400, 'Host must be locked.');
  }
  checkPortNames(site);
  if (uses) {
    checkCount(site, uses);
    for (const ref of uses) judgeLower(site, ref);
  }
  checkOvs(site);
  judgeData(site);
}

/** What works on a host that is in service: SR-IOV on an all-in-one simplex, rates and channels everywhere. */
function needsLock({ world, op, draft, existing }: Site, columns: readonly string[]): boolean {
  if (world.sysinv.isSimplex() && draft.ifclass === 'pci-sriov') {
    if (op === 'add' && draft.iftype === 'vf') return false;
    if (op === 'modify' && draft.iftype === 'ethernet' && existing?.ifclass !== 'pci-sriov') return false;
  }
  if (columns.length === 0) return true;
  if (columns.every((column) => CHANNELS.includes(column))) return false;
  const limited = draft.ifclass === 'platform' && ['ethernet', 'ae', 'vlan'].includes(draft.iftype ?? '');
  return !(limited && columns.every((column) => RATES.includes(column)));
}

/** What is below has to be right as it is; one that does not exist is found out later. */
function judgeLower({ world, host }: Site, ref: string): void {
  const known = rowsOn(world, 'iinterfaces', host).find(({ uuid, ifname }) => uuid === ref || ifname === ref);
  if (known) judgeData({ world, host, op: 'modify', draft: draftOf(known), existing: known });
}

function judgeData(site: Site): void {
  checkName(site);
  checkVlan(site);
  checkShared(site);
  checkMembers(site);
  checkConsumers(site);
  checkClass(site);
  checkModes(site);
  checkMode(site);
  checkReselect(site);
  checkType(site);
  checkBondClass(site);
  checkPile(site);
  checkVf(site);
  checkRole(site);
  checkRates(site);
}
