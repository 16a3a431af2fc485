/** What the application of a backend does when it is applied: everything that waited for it. */
import type { World } from '../../kernel/world';
import { AVAILABLE, statusIn } from '../cloud/storage/filesystems';
import { rowsOn } from '../network/rows';
import { APPS, setBackend } from './backends';
import { nextOsd } from './ceph';
import { dropHostFs, settleHostFs } from './filesystems';
import { capabilitiesOf, stampRow } from './rows';
import { dropStor, settleOsd } from './stors';

/** How long an application needs, in seconds. */
const WORK = 60;

/** Applies rook-ceph or lvm-csi, as an operator would. False where no backend has an application. */
export function applyStorageApp(world: World): boolean {
  const backend = world.sysinv.cloud('storage_backend').find((row) => String(row.backend) in APPS);
  if (!backend) return false;
  const app = world.sysinv.cloud('apps').find(({ name }) => name === APPS[String(backend.backend)]);
  if (app) stampRow(world, app, { status: 'applying', progress: 'applying application manifest' });
  setBackend(world, backend, { task: 'applying' });
  world.clock.after(WORK * 1000, () => {
    const worked = !world.storage.takeFailure();
    if (app) stampRow(world, app, { status: worked ? 'applied' : 'apply-failed', progress: 'completed' });
    setBackend(world, backend, { task: worked ? 'applied' : 'apply-failed' });
    if (!worked) return;
    setBackend(world, backend, { state: 'configured' });
    settle(world);
  });
  return true;
}

function settle(world: World): void {
  for (const host of world.sysinv.hosts) {
    for (const stor of [...rowsOn(world, 'istors', host)]) {
      if (stor.state === 'configuring-with-app') {
        stor.osdid ??= nextOsd(world);
        settleOsd(world, host, stor);
      } else if (String(stor.state).endsWith('deleting-with-app')) dropStor(world, host, stor);
    }
    for (const fs of [...rowsOn(world, 'host_fs', host)]) {
      if (capabilitiesOf(fs).marked_for_removal === true) dropHostFs(world, host, fs);
      else if (fs.state === 'Reconfigure with App') settleHostFs(world, host, fs);
    }
  }
  for (const fs of world.sysinv.cloud('controller_fs')) {
    if (statusIn(fs.state) === 'reconfigure-with-app') stampRow(world, fs, { state: AVAILABLE });
  }
}
