/** The `system …` command that does the same (cgts-client v1/iHost_shell.py). */
import type { Host } from './host';
import type { HostAction } from './host-actions';

/** Safe bare in POSIX shells and zsh. A leading `=` or `~` would be expanded, a leading `-` read as an option. */
const BARE = /^[A-Za-z0-9_./:@%+,][A-Za-z0-9_./:@%+,=-]*$/;

/** One shell word: bare when harmless, otherwise in single quotes. */
export function shellQuote(word: string): string {
  return BARE.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** How to name a host to the CLI: its name, or the id when there is no name or it would be read as an option. */
export function cliHost(host: Pick<Host, 'hostname' | 'number' | 'id'>): string {
  if (host.hostname && !host.hostname.startsWith('-')) return shellQuote(host.hostname);
  return host.number === null ? shellQuote(host.id) : String(host.number);
}

const COMMANDS: Record<Exclude<HostAction, 'edit'>, string> = {
  lock: 'host-lock',
  'force-lock': 'host-lock -f',
  'force-unsafe-lock': 'host-lock -f -u',
  unlock: 'host-unlock',
  'force-unlock': 'host-unlock -f',
  swact: 'host-swact',
  'force-swact': 'host-swact -f',
  reboot: 'host-reboot',
  reset: 'host-reset',
  'power-on': 'host-power-on',
  'power-off': 'host-power-off',
  reinstall: 'host-reinstall',
  delete: 'host-delete',
};

/** @param assignments `key=value` words of `host-update`, quoted already; only `edit` uses them */
export function actionCli(
  action: HostAction,
  host: Pick<Host, 'hostname' | 'number' | 'id'>,
  assignments: readonly string[] = [],
): string {
  if (action !== 'edit') return `system ${COMMANDS[action]} ${cliHost(host)}`;
  return ['system host-update', cliHost(host), ...assignments].join(' ');
}
