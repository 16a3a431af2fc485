/** What happens to storage functions once the work is done. */
import type { World } from '../../kernel/world';
import type { Host } from '../host';
import { removeRow, rowsOn } from '../network/rows';
import type { Row } from '../rows';
import { recountTiers } from './ceph';
import { inService } from './jobs';
import { recount } from './recount';
import { capabilitiesOf, functionsOf, setDiskFunction, stampRow } from './rows';

/** How long an OSD takes to be configured, in seconds. */
const WORK = 75;

/** An OSD on a running host is configured some time later; the others wait for an unlock or for the application. */
export function configureOsd(world: World, host: Host, row: Row): void {
  if (row.state !== 'configuring') return;
  inService(world, host, WORK, (worked) => {
    if (row.state === 'configuring') settleOsd(world, host, row, worked());
  });
}

export function settleOsd(world: World, host: Host, row: Row, worked = true): void {
  stampRow(world, row, { state: worked ? 'configured' : 'configuration-failed' });
  recount(world, host);
  recountTiers(world);
}

/** The function is gone; its disk is free for something else, and what had its journal there has it at home. */
export function dropStor(world: World, host: Host, row: Row): void {
  const stors = rowsOn(world, 'istors', host);
  removeRow(stors, row);
  for (const disk of rowsOn(world, 'idisks', host)) {
    if (disk.istor_uuid !== row.uuid) continue;
    disk.istor_uuid = null;
    setDiskFunction(disk, '');
  }
  for (const osd of stors) {
    if (osd.journal_location === row.uuid && osd.function === 'osd') {
      Object.assign(osd, { journal_location: osd.uuid, journal_path: null, journal_node: null });
    }
  }
  if (row.function === 'osd' && !stors.some((other) => other.function === 'osd')) {
    const fs = rowsOn(world, 'host_fs', host).find(({ name }) => name === 'ceph');
    if (fs) {
      const functions = functionsOf(fs).filter((name) => name !== 'osd');
      fs.capabilities = { ...capabilitiesOf(fs), functions };
    }
  }
  recount(world, host);
  recountTiers(world);
}
