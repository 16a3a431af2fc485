/**
 * What `progress` says. Those that a recording has are the platform's, and so is how the completion is told, which
 * clients read; the others are the simulator's own.
 */
export const COMPLETED = 'completed';
export const ABORTED = 'operation aborted, check system inventory logs for details';
export const ABORTED_BY_USER = 'operation aborted by user';
export const DOWNLOADING = 'fetching the tarfile';
export const EXTRACTING = 'unpacking the tarfile of the application';
export const VALIDATING = 'validating and uploading charts';
export const OVERRIDES = 'making the overrides of the application';
export const IMAGES = 'retrieving docker images';
export const MANIFEST = 'applying application manifest';
export const REMOVING = 'removing the manifest of the application';
export const UPDATE_STARTING = 'The update of the application begins.';
export const RECOVERING_CHARTS = 'bringing back the Helm charts';

/** @param done the chart that was applied last */
export function completion(app: string, percent: number, done?: string): string {
  const chart = done === undefined ? '' : ` Chart ${done} applied.`;
  return `Applying app ${app}.${chart} Overall completion: ${percent}%`;
}

export const uploadFailed = (name: string, version: string, reason: string): string =>
  `Upload of application ${name} (${version}) failed: ${reason}`;

export const releaseFailed = (release: string): string =>
  `The Helm release "${release}" could not be applied.: ${ABORTED}`;
export const imagesFailed = (name: string, version: string): string =>
  `Deployment of application ${name} (${version}) failed: images could not be fetched.`;

export const forcedRemoval = (status: string): string =>
  `The application could not be removed. By force its status is '${status}'. Clean its Helm releases up with helm.`;

export const updateAborted = (from: string, to: string): string =>
  `The update from version ${from} to version ${to} was aborted.`;
export const updateCompleted = (from: string, to: string): string =>
  `The update from version ${from} to version ${to} is complete.`;
export const cleaningUp = (version: string): string => `cleaning up version ${version}`;
export const recovering = (version: string): string => `Version ${version} is being brought back.`;
export const recovered = (version: string): string => `Version ${version} is back. See the logs for details.`;
export const notRecovered = (version: string): string =>
  `Version ${version} could not be brought back. See the logs for details.`;
export const noRecovery = (name: string, from: string, to: string): string =>
  `The update of ${name} from version ${from} to version ${to} failed, and it does not go back by itself.`;
