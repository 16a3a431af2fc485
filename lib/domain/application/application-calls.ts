/** What can be asked about applications, each one request to sysinv (api/controllers/v1/kube_app.py). */
import { shellQuote } from '../host-action-cli';
import { shownAddress, tarfileName } from './tarfile';

export type ApplicationCall =
  | { do: 'apply'; name: string }
  | { do: 'abort'; name: string }
  /** `force`: the platform goes on where its own checks would stop it. */
  | { do: 'remove' | 'delete'; name: string; force: boolean }
  /**
   * `tarfile`: an address, or a path on the controller. Name and version count where the tarball tells none.
   * `images`: its images go to the central registry too.
   */
  | { do: 'upload'; tarfile: string; name: string | null; version: string | null; images: boolean }
  /** null: as the new version itself says in its metadata. */
  | {
      do: 'update';
      name: string;
      tarfile: string;
      version: string | null;
      reuseUserOverrides: boolean | null;
      reuseAttributes: boolean | null;
    };

export type UploadCall = Extract<ApplicationCall, { do: 'upload' }>;
export type UpdateCall = Extract<ApplicationCall, { do: 'update' }>;

/** What is done to an application that is there. */
export type ApplicationDeed = Exclude<ApplicationCall['do'], 'upload'>;
export const DEEDS: readonly ApplicationDeed[] = ['apply', 'update', 'abort', 'remove', 'delete'];

const WORDS: Record<ApplicationCall['do'], string> = {
  apply: 'Apply',
  abort: 'Abort',
  remove: 'Remove',
  delete: 'Delete',
  upload: 'Upload',
  update: 'Update',
};

/** On a button: "Apply". */
export const deedWord = (deed: ApplicationCall['do']): string => WORDS[deed];

export function callTitle(call: ApplicationCall): string {
  const name = call.do === 'upload' ? tarfileName(call.tarfile) : call.name;
  return `${deedWord(call.do)} ${name}${'force' in call && call.force ? ' by force' : ''}`;
}

/** The same as a command (cgts-client v1/app_shell.py). */
export function callCli(call: ApplicationCall): string {
  switch (call.do) {
    case 'upload':
      return tarfileCli(call, call.images ? ['--images'] : []);
    case 'update':
      return tarfileCli(call, [
        ...said('--reuse-user-overrides', call.reuseUserOverrides),
        ...said('--reuse-attributes', call.reuseAttributes),
      ]);
    case 'remove':
    case 'delete':
      return `system application-${call.do}${call.force ? ' --force' : ''} ${call.name}`;
    default:
      return `system application-${call.do} ${call.name}`;
  }
}

const said = (option: string, value: string | boolean | null): string[] =>
  value === null ? [] : [option, shellQuote(String(value))];

function tarfileCli(call: UploadCall | UpdateCall, more: readonly string[]): string {
  const words = [
    ...['system', `application-${call.do}`],
    ...said('--app-name', call.name),
    ...said('--app-version', call.version),
    ...more,
    shellQuote(shownAddress(call.tarfile)),
  ];
  return words.join(' ');
}
