/** What is upgraded host by host (sysinv api/controllers/v1/host.py), and the configuration of kubelets. */
import type { Call, Reply } from '../../kernel/http';
import { valueAt } from '../../kernel/json';
import type { Caller, World } from '../../kernel/world';
import { changeAtRuntime } from '../actions/config';
import { checkControlPlane, checkKubelet } from '../checks/kube/hosts';
import type { Host } from '../host';
import { isActiveController } from '../host';
import { upgradeControlPlane, upgradeKubelet } from '../kube/host-life';
import { kubeHosts, setKubeHost } from '../kube/hosts';
import type { RouteOn } from './collections';
import { hostOf } from './hosts-read';
import { jsonBody } from './json-patch';
import { ok, wireHost } from './wire';

export function kubeHostRoutes(on: RouteOn): void {
  on('POST', '/v1/ihosts/:id/kube_upgrade_control_plane', (call, { world }) => {
    const host = hostOf(call, world);
    upgradeControlPlane(world, host, checkControlPlane(world, host));
    return shown(call, world, host);
  });
  on('POST', '/v1/ihosts/:id/kube_upgrade_kubelet', kubelet);
  on('POST', '/v1/kube_config_kubelet/apply', (_call, { world }) => {
    configureKubelets(world);
    return ok({ success: 'kube-config-kubelet applied.', error: '' });
  });
}

const shown = (call: Call, world: World, host: Host): Reply =>
  ok(wireHost(host, world.clock, call.origin, 'item'));

function kubelet(call: Call, { world }: Caller): Reply {
  const host = hostOf(call, world);
  const force = valueAt(jsonBody(call), 'force') === true;
  if (checkKubelet(world, host, force) === 'upgrade') upgradeKubelet(world, host);
  else setKubeHost(world, host, { status: 'upgraded-kubelet' });
  return shown(call, world, host);
}

/** First the config map, by the active controller; then every kubelet takes it up, each in its time. */
function configureKubelets(world: World): void {
  const active = world.sysinv.hosts.filter((host) => isActiveController(host));
  changeAtRuntime(world, active, 'kubelet-params', () => {
    const running = kubeHosts(world).filter(({ row }) => row.operational === 'enabled');
    changeAtRuntime(world, running, 'kubelet-config');
  });
}
