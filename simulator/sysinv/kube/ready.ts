/** Puts a cloud in such order that an upgrade of Kubernetes may begin: what a team does before a window. */
import type { World } from '../../kernel/world';
import { deleteApp } from '../apps/life';
import { setApp } from '../apps/steps';
import { COMPLETED } from '../apps/texts';
import type { App } from '../apps/types';
import type { Host } from '../host';
import { NO_TROUBLE } from './store';

/** Every host is in service, or gone when nobody claimed it; applications are applied or uploaded; no alarm is up. */
export function makeReady(world: World): void {
  const { sysinv, fm } = world;
  for (const host of [...sysinv.hosts]) {
    if (host.row.personality === null || host.row.hostname === null) sysinv.remove(host);
    else serve(world, host);
  }
  for (const app of sysinv.applications.shown()) settle(world, app);
  for (const { alarm_id, entity_instance_id } of [...fm.alarms]) fm.clear(alarm_id, entity_instance_id);
  sysinv.kube.trouble = NO_TROUBLE;
  sysinv.version += 1;
}

function serve(world: World, host: Host): void {
  for (const cancel of host.cancel.splice(0)) cancel();
  host.bootedAt ??= world.clock.now() - 3_600_000;
  Object.assign(host.row, {
    administrative: 'unlocked',
    operational: 'enabled',
    availability: 'available',
    subfunction_oper: 'enabled',
    subfunction_avail: 'available',
    invprovision: 'provisioned',
    inv_state: 'inventoried',
    install_state: 'completed',
    install_state_info: null,
    vim_progress_status: 'services-enabled',
    config_status: null,
    config_target: host.row.config_applied,
    task: '',
    ihost_action: null,
    mtce_info: null,
  });
}

/** What failed is uploaded, or deleted when it could not even be that. */
function settle(world: World, app: App): void {
  const { status } = app.row;
  if (status === 'uploaded' || status === 'applied') return;
  for (const cancel of app.cancel.splice(0)) cancel();
  if (status === 'upload-failed') deleteApp(world, app);
  else setApp(world, app, { status: 'uploaded', progress: COMPLETED, active: false });
}
