/** Controls of hosts: nodes that are discovered, installations that go wrong, sensors in trouble, device images that are not written. */
import type { Router } from '../kernel/http';
import { type Json, textAt } from '../kernel/json';
import { INSTALL_FAULTS, type InstallFault } from '../sysinv/actions/install-faults';
import { pressPower } from '../sysinv/actions/life';
import { discoverHost } from '../sysinv/actions/provision';
import { SENSOR_STATUSES, setSensorStatus } from '../sysinv/sensors/judge';
import { numberAt } from './read';
import { type ControlRoute, done, refuse } from './route';

export function hostRoutes(routes: Router<ControlRoute>): void {
  routes.on('POST', '/control/sysinv/discover', ({ worlds }, body) => {
    const [mac, ip] = [textAt(body, 'mac'), textAt(body, 'ip')];
    if (mac !== undefined && !/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/i.test(mac))
      return refuse(400, 'mac is a MAC address');
    const hosts = worlds.flatMap((world) => discoverHost(world, { mac, ip }) ?? []);
    const [host] = hosts;
    return host
      ? done({ uuid: host.row.uuid, mac: host.row.mgmt_mac })
      : refuse(409, `a host has the MAC address ${mac}`);
  });
  routes.on('POST', '/control/sysinv/power-button', ({ worlds }, body) => {
    const name = textAt(body, 'hostname') ?? '';
    const pressed = worlds.filter((world) => {
      const host = world.sysinv.byName(name);
      if (host) pressPower(world, host);
      return host !== undefined;
    }).length;
    return pressed ? done({ pressed }) : refuse(404, `no host ${name}`);
  });
  routes.on('POST', '/control/sysinv/sensor', ({ worlds }, body) => {
    const status = SENSOR_STATUSES.find((one) => one === textAt(body, 'status'));
    if (!status) return refuse(400, `status is one of ${SENSOR_STATUSES.join(', ')}`);
    const [name, sensor] = [textAt(body, 'host') ?? '', textAt(body, 'sensor') ?? ''];
    const had = worlds.filter((world) => {
      const host = world.sysinv.find(name);
      return host !== undefined && setSensorStatus(world, host, sensor, status);
    });
    return had.length > 0 ? done() : refuse(404, `no sensor ${sensor} on ${name}`);
  });
  routes.on('GET', '/control/sysinv/install-faults', ({ worlds: [world] }) =>
    done({ faults: world?.sysinv.installFaults.list() ?? [] }),
  );
  routes.on('POST', '/control/sysinv/install-faults', ({ worlds }, body) => {
    const fault = readInstallFault(body);
    if (typeof fault === 'string') return refuse(400, fault);
    for (const { sysinv } of worlds) sysinv.installFaults.add(fault);
    return done();
  });
  routes.on('DELETE', '/control/sysinv/install-faults', ({ worlds }) => {
    for (const { sysinv } of worlds) sysinv.installFaults.clear();
    return done();
  });
  routes.on('POST', '/control/sysinv/image-failures', ({ worlds }, body) => {
    const times = numberAt(body, 'times') ?? 1;
    if (!Number.isInteger(times) || times < 0) return refuse(400, 'times is a whole number from 0');
    for (const { sysinv } of worlds) sysinv.imageFailures = times;
    return done({ failures: times });
  });
}

function readInstallFault(body: Json): InstallFault | string {
  const kind = INSTALL_FAULTS.find((one) => one === textAt(body, 'kind'));
  if (!kind) return `kind is one of ${INSTALL_FAULTS.join(', ')}`;
  for (const key of ['at', 'times']) {
    const value = numberAt(body, key);
    if (value !== undefined && value < 1) return `${key} is a number from 1`;
  }
  return { kind, host: textAt(body, 'host'), at: numberAt(body, 'at'), times: numberAt(body, 'times') };
}
