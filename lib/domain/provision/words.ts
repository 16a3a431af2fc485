/** How the steps read. */
import { type Host, hostName } from '../host';
import type { Stage, Standing } from './stage';
import type { StepState } from './steps';

/** What a step is called, by whether it is over. */
export function labelOf(stage: Stage, state: StepState, host: Host, again: boolean): string {
  const over = state === 'done';
  switch (stage) {
    case 'identified':
      return over ? 'Named, with a personality' : 'Needs a name and a personality';
    case 'power':
      if (over) return again ? 'Restarted for the installation' : 'Booted from the network';
      return again ? 'Restarts to be installed again' : 'Power on and network boot';
    case 'installing':
      return over ? 'Installed' : state === 'failed' ? 'Installation failed' : 'Installing';
    case 'booting':
      return over ? 'Booted from its disk' : state === 'failed' ? 'Did not boot' : 'Boots from its disk';
    case 'online':
      return 'Online';
    case 'inventoried':
      return over ? 'Inventoried' : 'Inventory';
    case 'configured':
      return over ? 'Configured' : 'Configuration';
    case 'ready':
      return 'Ready to unlock';
    case 'unlocked':
      return over ? 'Unlocked' : 'Unlock';
    case 'rebooting':
      return over ? 'Rebooted' : 'Reboots';
    case 'enabling':
      return over ? 'Services enabled' : state === 'now' && host.task ? host.task : 'Enables its services';
    case 'available':
      return host.availability === 'degraded' ? 'In service, degraded' : 'Available';
  }
}

const INSTALL_PHASES: Record<string, string> = {
  preinstall: 'The installer prepares the disks.',
  installing: 'The installer puts packages on the root disk.',
  postinstall: 'The installer finishes. A reboot follows.',
};

/** One sentence about where it stands. */
export function sentenceOf(stage: Stage, standing: Standing, host: Host): string {
  const name = hostName(host);
  if (standing === 'unknown') return 'The platform did not say enough to tell.';
  switch (stage) {
    case 'identified':
      return `The platform has seen ${name} boot from the network and waits for somebody to say what it is.`;
    case 'power':
      if (host.availability === 'power-off') return `${name} is powered off.`;
      if (host.availability === 'online') return `${name} is about to restart from the network.`;
      return host.task
        ? `${host.task}. Nothing was heard of the installer yet.`
        : 'Nothing was heard of the installer yet.';
    case 'installing':
      if (standing === 'failed') return 'The platform says that the installation failed.';
      return INSTALL_PHASES[host.install.state ?? ''] ?? 'The installer is at work.';
    case 'booting':
      return standing === 'failed'
        ? 'It was installed and did not come up.'
        : 'It was installed, and starts from its disk for the first time.';
    case 'online':
      return `${name} is installed and does not answer.`;
    case 'inventoried':
      return `${name} is online. The platform waits for it to say what hardware it has.`;
    case 'configured':
    case 'ready':
      return 'What it still needs is read below.';
    case 'unlocked':
    case 'rebooting':
      return standing === 'failed'
        ? `${name} was unlocked and is powered off.`
        : 'It restarts to take up its configuration.';
    case 'enabling':
      return standing === 'failed'
        ? `${name} was unlocked and did not come into service.`
        : 'It is up. The platform tests it and starts its services.';
    case 'available':
      return `${name} is in service.`;
  }
}
