/** One port per service, counted from a base, so that several simulators can run side by side. */
export const SERVICES = [
  'keystone',
  'sysinv',
  'fm',
  'vim',
  'usm',
  'dcmanager',
  'smapi',
  'barbican',
  'patching',
  'control',
  'ptpnotification',
  'metrics',
] as const;
export type ServiceName = (typeof SERVICES)[number];

/** Simulators side by side start so far apart: twelve ports are used, the others are free for more services. */
export const PORTS_PER_SIMULATOR = 20;

/** Below the range that Linux gives to outgoing connections, clear of the platform's own ports. */
export const DEFAULT_BASE_PORT = 15_350;

export function portOf(service: ServiceName, base: number): number {
  return base + SERVICES.indexOf(service);
}
