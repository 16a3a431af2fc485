/**
 * What went wrong on the way, in words, and what a person can do about it. Ways are actions of the platform, each with its own
 * checks before it is sent, or things to do at the box.
 */
import { type Host, hasBoardManagement, hostName } from '../host';
import type { HostAction } from '../host-actions';
import type { Instant } from './chronicle';
import { patienceOf, QUIET_IS_LONG } from './expect';
import type { Place } from './stage';

export type Trouble = {
  /** crit: it ended. minor: it may still come. */
  tone: 'crit' | 'minor';
  /** A finding with its full stop. */
  title: string;
  /** What to do, in order. */
  advice: readonly string[];
  /** Actions that help, best first. */
  ways: readonly HostAction[];
};

type About = {
  late: boolean;
  since: Instant | null;
  failed: Instant | null;
  /** Server time up to which something is known. */
  now: number;
};

export function troubleOf(host: Host, place: Place, about: About): Trouble | null {
  const { stage, standing } = place;
  if (standing === 'failed') {
    if (stage === 'power') return powerFailed(host);
    if (stage === 'installing' || stage === 'booting') return installFailed(host, stage);
    return enableFailed(host, stage);
  }
  if (stage === 'online' && standing === 'waits') return silent(host);
  if (stage === 'power' && host.availability === 'power-off') return poweredOff(host);
  if (!about.late) return null;
  if (stage === 'power') return noBoot(host);
  if (stage === 'installing' || stage === 'booting') return hangs(host, stage);
  if (stage === 'inventoried') return noInventory(host);
  return slow(host, stage);
}

const AT_THE_BOX = 'At the box: look at its screen or serial console.';

/** How to make it start anew: through its board, or by hand. */
const restart = (host: Host): string =>
  hasBoardManagement(host)
    ? 'Reset it through board management; it boots from the network and is installed from the start.'
    : 'It has no board management: restart it by hand, from the network. It is installed from the start.';

const restartWays = (host: Host): HostAction[] =>
  hasBoardManagement(host)
    ? host.availability === 'power-off'
      ? ['power-on', 'reinstall', 'edit']
      : ['reset', 'reinstall', 'edit']
    : ['edit'];

function installFailed(host: Host, stage: 'installing' | 'booting'): Trouble {
  const { done, total, quietMinutes = 0 } = host.install;
  const gaveUp = quietMinutes >= patienceOf('installing') - 1;
  const where =
    done !== null && total !== null
      ? `The installation failed at package ${done} of ${total}`
      : stage === 'booting'
        ? 'It was installed and did not boot'
        : 'The installation failed; at which step the platform does not say';
  return {
    tone: 'crit',
    title: gaveUp
      ? `${where}: the platform heard nothing for ${patienceOf('installing')} m and gave up.`
      : `${where}.`,
    advice: [
      `${AT_THE_BOX} The installer's last words are there${host.console ? ` (${host.console})` : ''}.`,
      `Check that the root disk ${host.rootfsDevice ?? ''} is there and that the boot device is the same, and the cable to the network it boots from.`.replace(
        '  ',
        ' ',
      ),
      restart(host),
    ],
    ways: restartWays(host),
  };
}

function hangs(host: Host, stage: 'installing' | 'booting'): Trouble {
  const { done, total, quietMinutes = 0 } = host.install;
  const limit = patienceOf(stage);
  const place = done !== null && total !== null ? `, at package ${done} of ${total}` : '';
  const title =
    quietMinutes >= QUIET_IS_LONG
      ? `Last heard ${quietMinutes} m ago${stage === 'booting' ? ', while it boots' : place}.`
      : `This takes longer than usual${place}.`;
  return {
    tone: 'minor',
    title,
    advice: [
      `It may still come: the platform gives up after ${limit} m without news.`,
      `${AT_THE_BOX} If it stands still there, do not wait.`,
      restart(host),
    ],
    ways: restartWays(host),
  };
}

function noBoot(host: Host): Trouble {
  return {
    tone: 'minor',
    title: 'It has not booted from the network.',
    advice: [
      'Check that it has power, and that the cable is in the port it boots from.',
      `Check that this port has the MAC address ${host.mgmtMac ?? 'that was given'}, and that the box boots from the network first.`,
      ...(hasBoardManagement(host)
        ? ['Power it on, or reset it, through board management.']
        : ['Power it on by hand: it has no board management.']),
    ],
    ways: hasBoardManagement(host) ? ['power-on', 'reset', 'edit'] : ['edit', 'delete'],
  };
}

function powerFailed(host: Host): Trouble {
  return {
    tone: 'crit',
    title: `${host.task ?? 'It could not be started'}.`,
    advice: [
      'Check the address, user and password of its board management.',
      'Or power it on by hand, from the network.',
    ],
    ways: ['edit', 'power-on', 'reset'],
  };
}

function poweredOff(host: Host): Trouble {
  return {
    tone: 'minor',
    title: `${hostName(host)} is powered off.`,
    advice: [hasBoardManagement(host) ? 'Power it on.' : 'Power it on by hand: it has no board management.'],
    ways: hasBoardManagement(host) ? ['power-on'] : ['edit'],
  };
}

function silent(host: Host): Trouble {
  return {
    tone: 'minor',
    title: `${hostName(host)} is installed and does not answer.`,
    advice: [
      'Check its power and the cable of the management network.',
      hasBoardManagement(host)
        ? 'Reset it, or power it on, through board management.'
        : 'Restart it by hand: it has no board management.',
    ],
    ways: hasBoardManagement(host) ? ['reset', 'power-on', 'reinstall'] : ['edit'],
  };
}

function noInventory(host: Host): Trouble {
  return {
    tone: 'minor',
    title: `${hostName(host)} is online and has not said what hardware it has.`,
    advice: ['Reboot it: it takes stock again when it starts.', 'If that does not help, reinstall it.'],
    ways: ['reboot', 'reinstall'],
  };
}

function enableFailed(host: Host, stage: Place['stage']): Trouble {
  if (stage === 'rebooting') {
    return {
      tone: 'crit',
      title: `${hostName(host)} was unlocked and is powered off.`,
      advice: ['Power it on by hand: an unlocked host takes no power action. Or lock it first.'],
      ways: ['lock', 'force-lock'],
    };
  }
  return {
    tone: 'crit',
    title: host.task ? `${host.task}.` : `${hostName(host)} failed to come into service.`,
    advice: ['Look at its alarms and events for the cause.', 'Lock it, mend the cause, and unlock it again.'],
    ways: ['lock', 'force-lock'],
  };
}

function slow(host: Host, stage: Place['stage']): Trouble {
  const booting = stage === 'rebooting';
  return {
    tone: 'minor',
    title: booting ? 'The reboot takes longer than usual.' : 'This takes longer than usual.',
    advice: [
      booting
        ? 'The platform restarts it by itself when it does not come up in time.'
        : `The platform says: ${host.task ?? 'nothing'}.`,
      AT_THE_BOX,
    ],
    ways: ['lock', 'force-lock'],
  };
}
