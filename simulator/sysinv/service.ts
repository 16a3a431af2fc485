/** The sysinv REST API, version 1. Collections and their irregularities are in host-kinds.ts and cloud-kinds.ts, writes of hosts in api/hosts-write.ts. */
import { type Call, type Reply, Router } from '../kernel/http';
import {
  errorMessage,
  fault,
  header,
  type Service,
  type ServiceHandler,
  unauthorized,
} from '../kernel/service';
import type { Caller } from '../kernel/world';
import { addressRoutes } from './api/addresses';
import { addressPoolRoutes } from './api/addrpools';
import { appEvaluationRoutes } from './api/app-evaluation';
import { appRoutes } from './api/apps';
import { capacityRoutes } from './api/capacity';
import { belowRoutes, collectionRoutes, type RouteOn } from './api/collections';
import { dataNetworkRoutes } from './api/data-networks';
import { deviceRoutes } from './api/devices/routes';
import { healthRoutes } from './api/health';
import { helmChartRoutes } from './api/helm-charts';
import { hostAddRoutes } from './api/hosts-add';
import { hostBulkRoutes } from './api/hosts-bulk';
import { hostReadRoutes, ptpBelowRoutes } from './api/hosts-read';
import { hostWriteRoutes } from './api/hosts-write';
import { interfaceDatanetworkRoutes } from './api/interface-datanetworks';
import { interfaceNetworkRoutes } from './api/interface-networks';
import { interfaceRoutes } from './api/interfaces';
import { kubeHostRoutes } from './api/kube-hosts';
import { kubeRootcaRoutes } from './api/kube-rootca';
import { kubeUpgradeRoutes } from './api/kube-upgrade';
import { kubeVersionRoutes } from './api/kube-versions';
import { networkAddressPoolRoutes } from './api/network-addresspools';
import { networkRoutes } from './api/networks';
import { ntpRoutes } from './api/ntp';
import { platformRoutes, versionRoutes } from './api/platform-read';
import { ptpInstanceRoutes } from './api/ptp-instances';
import { ptpInterfaceRoutes } from './api/ptp-interfaces';
import { ptpParameterRoutes } from './api/ptp-parameters';
import { registryImageRoutes } from './api/registry-images';
import { routeRoutes } from './api/routes';
import { sensorRoutes } from './api/sensors';
import { storageRoutes } from './api/storage/routes';
import { unmodelledReads, unmodelledWrites } from './api/unmodelled';
import { httpError, Refusal } from './faults';

/** @param keystoneUrl what the 401 of keystonemiddleware names in WWW-Authenticate */
export function sysinvService(keystoneUrl: string): Service {
  const routes = new Router<ServiceHandler>();
  const on: RouteOn = (method, path, handler) => routes.on(method, path, refusing(handler));
  unmodelledReads(on);
  platformRoutes(on);
  healthRoutes(on);
  kubeVersionRoutes(on);
  kubeUpgradeRoutes(on);
  kubeHostRoutes(on);
  kubeRootcaRoutes(on);
  appRoutes(on);
  appEvaluationRoutes(on);
  helmChartRoutes(on);
  registryImageRoutes(on);
  hostBulkRoutes(on);
  hostReadRoutes(on);
  hostWriteRoutes(on);
  hostAddRoutes(on);
  capacityRoutes(on);
  ptpInstanceRoutes(on);
  ptpInterfaceRoutes(on);
  ptpParameterRoutes(on);
  ntpRoutes(on);
  interfaceRoutes(on);
  dataNetworkRoutes(on);
  addressPoolRoutes(on);
  networkRoutes(on);
  networkAddressPoolRoutes(on);
  addressRoutes(on);
  routeRoutes(on);
  interfaceDatanetworkRoutes(on);
  interfaceNetworkRoutes(on);
  storageRoutes(on);
  sensorRoutes(on);
  deviceRoutes(on);
  ptpBelowRoutes(on);
  belowRoutes(on);
  collectionRoutes(on);
  unmodelledWrites(on);
  versionRoutes(on);
  return {
    name: 'sysinv',
    routes,
    noToken: (call) =>
      fault(
        401,
        header(call, 'oidc-token')
          ? 'OIDC Authorization failed: Failed to get OIDC config from kubernetes'
          : 'OIDC Authorization failed: Missing OIDC token in the request',
      ),
    badToken: () => unauthorized(keystoneUrl),
    notFound: () => httpError(404),
    wrongMethod: (_call, allowed) => ({ ...httpError(405), headers: { Allow: allowed.join(', ') } }),
    serverError: () => ({ status: 500, body: '', headers: { 'Content-Type': 'text/plain' } }),
    gate,
    // An application's tarball travels in the body.
    spools: ({ method, path }) => method === 'POST' && /^\/v1\/apps\/?$/.test(path),
  };
}

/** Turns a refusal thrown inside a controller into its reply. */
function refusing(handler: ServiceHandler): ServiceHandler {
  return async (call, caller) => {
    try {
      return await handler(call, caller);
    } catch (error) {
      if (error instanceof Refusal) return error.reply();
      throw error;
    }
  };
}

const READERS = ['reader', 'operator', 'configurator', 'admin'];
const WRITERS = ['configurator', 'admin'];

/**
 * sysinv's policy (sysinv common/policies): roles count in the projects admin and services only, an operator may
 * change hosts and collect the registry's garbage, and nothing else.
 */
function gate(call: Call, caller: Caller): Reply | undefined {
  const accept = header(call, 'accept') ?? '*/*';
  if (!/json|xml|\*/.test(accept)) return errorMessage(406, { faultstring: `(content of type ${accept}.` });
  const has = (roles: string[]) => roles.some((role) => caller.roles.includes(role));
  if (caller.projectName !== 'admin' && caller.projectName !== 'services') return httpError(403);
  if (call.method === 'GET' || call.method === 'HEAD' || call.method === 'OPTIONS') {
    return has(READERS) ? undefined : httpError(403);
  }
  const patchesHost = call.method === 'PATCH' && /^\/v1\/ihosts\/[^/]+\/?$/.test(call.path);
  const collectsGarbage = call.method === 'POST' && /^\/v1\/registry_image\/?$/.test(call.path);
  const operates = patchesHost || collectsGarbage;
  return has(operates ? [...WRITERS, 'operator'] : WRITERS) ? undefined : httpError(403);
}
