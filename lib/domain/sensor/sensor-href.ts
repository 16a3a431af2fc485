/**
 * Addresses of the Sensors tab of a host: `/hosts/NAME/sensors?open=sensor:Fan_2` opens one there, `group:server fans` a group. By name,
 * so that others may link without having read it. Every page with alarms has this file: nothing else is imported here.
 */
export type SensorKind = 'sensor' | 'group';

/** The key of a row in tables and address. */
export const sensorKey = (kind: SensorKind, name: string): string => `${kind}:${name}`;

/** @param host hostname, or uuid */
export const sensorHref = (host: string, open?: { kind: SensorKind; name: string }): string =>
  `/hosts/${encodeURIComponent(host)}/sensors${
    open ? `?open=${encodeURIComponent(sensorKey(open.kind, open.name)).replaceAll('%3A', ':')}` : ''
  }`;
