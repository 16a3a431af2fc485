import type { RouteOn } from '../collections';
import { deviceImageRoutes } from './device-images';
import { deviceLabelRoutes } from './device-labels';
import { labelRoutes } from './labels';
import { pciDeviceRoutes } from './pci-devices';

/** Labels of hosts, PCI devices, and what is written to FPGAs. */
export function deviceRoutes(on: RouteOn): void {
  labelRoutes(on);
  pciDeviceRoutes(on);
  deviceLabelRoutes(on);
  deviceImageRoutes(on);
}
