/** What can be asked of an application, each one request to sysinv (api/controllers/v1/kube_app.py). */
export type ApplicationCall =
  | { do: 'apply'; name: string }
  | { do: 'abort'; name: string }
  /** `force`: the platform goes on where its own checks would stop it. */
  | { do: 'remove' | 'delete'; name: string; force: boolean };

export type ApplicationDeed = ApplicationCall['do'];
export const DEEDS: readonly ApplicationDeed[] = ['apply', 'abort', 'remove', 'delete'];

const WORDS: Record<ApplicationDeed, string> = {
  apply: 'Apply',
  abort: 'Abort',
  remove: 'Remove',
  delete: 'Delete',
};

/** On a button: "Apply". */
export const deedWord = (deed: ApplicationDeed): string => WORDS[deed];

export const callTitle = (call: ApplicationCall): string =>
  `${deedWord(call.do)} ${call.name}${'force' in call && call.force ? ' by force' : ''}`;

/** The same as a command (cgts-client v1/app_shell.py). */
export function callCli(call: ApplicationCall): string {
  const force = 'force' in call && call.force ? ' --force' : '';
  return `system application-${call.do}${force} ${call.name}`;
}
