/**
 * A host boots from the network and is installed: `install_state` and its "n/m" are what a person can follow. It ends
 * locked and online, with its inventory known (sysinv conductor/manager.py _audit_install_states for what hangs).
 */
import type { World } from '../../kernel/world';
import type { Host } from '../host';
import * as alarms from './alarms';
import type { InstallFault } from './install-faults';
import { comeOnline, fallOffline } from './line';
import { type Step, schedule, set } from './steps';

const MINUTE = 60;
const PACKAGES = 20;
/** Minutes without progress until the platform gives up; booting may take longer. */
const PATIENCE = 15;
const PATIENCE_BOOTING = 40;

/** @param wait seconds until the host leaves what it was running */
export function install(world: World, host: Host, wait: number): void {
  const fault = world.sysinv.installFaults.take(host.row, 'no-boot', 'fail', 'hang', 'boot', 'no-inventory');
  const packages = fault?.kind === 'fail' || fault?.kind === 'hang' ? clamp(fault.at) : PACKAGES;
  const installing: Step[] = Array.from({ length: packages }, (_, n) => [
    n === 0 ? 90 : 20,
    () => set(world, host, { install_state: 'installing', install_state_info: `${n + 1}/${PACKAGES}` }),
  ]);
  const begin: Step[] = [[wait, () => fallOffline(world, host)]];
  const preinstall: Step[] = [
    [
      60,
      () => {
        const task = isAgain(host) ? {} : { task: '' };
        set(world, host, { install_state: 'preinstall', install_state_info: null, ...task });
      },
    ],
  ];
  const finish: Step[] = [
    [30, () => set(world, host, { install_state: 'postinstall', install_state_info: null })],
    [60, () => set(world, host, { install_state: 'booting' })],
  ];
  if (fault?.kind === 'no-boot') schedule(world, host, begin);
  else if (packages < PACKAGES || fault?.kind === 'fail' || fault?.kind === 'hang') {
    schedule(world, host, [...begin, ...preinstall, ...installing, ...stopping(world, host, fault)]);
  } else {
    const coming = fault?.kind === 'boot' ? stopping(world, host, fault) : arriving(world, host, fault);
    schedule(world, host, [...begin, ...preinstall, ...installing, ...finish, ...coming]);
  }
}

/** What somebody configured outlives a reinstallation; only a first one finds out what the host has. */
const isAgain = (host: Host): boolean => host.row.invprovision !== null;

/** Has a name and a personality, and was never installed to the end: whatever starts it starts its installation. */
export const isToBeInstalled = ({ row }: Host): boolean =>
  row.hostname !== null &&
  row.personality !== null &&
  row.install_state !== 'completed' &&
  (row.install_state !== null || row.invprovision === null);

const clamp = (at = 1): number => Math.min(Math.max(Math.round(at), 1), PACKAGES);

/** What fails says so at once; what hangs gets a plus every minute, until it has failed. */
function stopping(world: World, host: Host, fault: InstallFault | undefined): Step[] {
  const failed = () => {
    set(world, host, { install_state: 'failed' });
    // metal mtcNodeHdlrs.cpp reinstall_handler watches over a reinstallation alone.
    if (!isAgain(host)) return;
    set(world, host, { task: 'Reinstall Failed' });
    alarms.logState(world, host, 'reinstall-failed');
  };
  if (fault?.kind === 'fail') return [[20, failed]];
  const booting = fault?.kind === 'boot';
  const minutes = booting ? PATIENCE_BOOTING : PATIENCE;
  const plus = (): void => {
    const { install_state, install_state_info } = host.row;
    set(
      world,
      host,
      booting ? { install_state: `${install_state}+` } : { install_state_info: `${install_state_info}+` },
    );
  };
  return [...Array.from({ length: minutes - 1 }, (): Step => [MINUTE, plus]), [MINUTE, failed]];
}

function arriving(world: World, host: Host, fault: InstallFault | undefined): Step[] {
  const again = isAgain(host);
  return [
    [
      3 * MINUTE,
      () => {
        set(world, host, { install_state: 'completed' });
        comeOnline(world, host);
        if (again) alarms.logState(world, host, 'reinstall-complete');
      },
    ],
    [20, () => (fault ? set(world, host, { task: '', inv_state: null }) : inventoried(world, host, again))],
  ];
}

/** It says what hardware it has. */
export function inventoried(world: World, host: Host, again = isAgain(host)): void {
  if (!again) world.sysinv.forget(host);
  set(world, host, {
    task: '',
    inv_state: 'inventoried',
    invprovision: host.row.invprovision ?? 'unprovisioned',
    vim_progress_status: 'services-disabled',
  });
}
