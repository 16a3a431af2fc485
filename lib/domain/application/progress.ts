/**
 * How far the platform is with an application, read from the sentence that its conductor leaves in `progress`
 * (common/constants.py APP_PROGRESS_*, conductor/kube_app.py _update_app_status). A sentence that is not known is shown as it is.
 */
import type { Application } from './application';

export type StepState = 'done' | 'now' | 'failed' | 'ahead';
export type ProgressStep = { title: string; state: StepState };

export type Progress = {
  /** The platform's sentence; null where it says nothing. */
  said: string | null;
  /** 0 to 100, where the platform counts; of the step that it is in. */
  percent: number | null;
  /** Chart that was applied last, where it is named. */
  chart: string | null;
  /** What the whole consists of; empty where nobody can say where in it the platform is. */
  steps: readonly ProgressStep[];
};

type Stage = { title: string; is: RegExp };

const STAGES: Partial<Record<string, readonly Stage[]>> = {
  uploading: [
    { title: 'Fetch the tarball', is: /^downloading tarfile/i },
    { title: 'Unpack it', is: /^extracting application tar file/i },
    { title: 'Check and store the charts', is: /^validating and uploading charts/i },
  ],
  applying: [
    { title: 'Work out the overrides', is: /^generating application overrides/i },
    { title: 'Fetch the images', is: /^retrieving docker images/i },
    { title: 'Apply the charts', is: /^(applying application manifest|applying app )/i },
  ],
  removing: [{ title: 'Delete the charts', is: /^deleting application manifest/i }],
};
/** An update is an apply of the new version, once it has been unpacked. */
const UPDATING: readonly Stage[] = [
  {
    title: 'Prepare the new version',
    is: /^(application update starting|downloading|extracting|validating)/i,
  },
  ...(STAGES.applying ?? []),
];

const stagesOf = (status: string | null): readonly Stage[] =>
  status === 'updating' || status === 'update-starting' ? UPDATING : (STAGES[status ?? ''] ?? []);

const PERCENT = /overall completion: (\d{1,3})\s*%/i;
const CHART = /chart (\S+) applied/i;

export function progressOf({ status, progress }: Pick<Application, 'status' | 'progress'>): Progress {
  const percent = Number(PERCENT.exec(progress ?? '')?.[1] ?? Number.NaN);
  return {
    said: progress,
    percent: Number.isNaN(percent) ? null : Math.min(100, percent),
    chart: CHART.exec(progress ?? '')?.[1] ?? null,
    steps: stepsOf(stagesOf(status), progress),
  };
}

function stepsOf(stages: readonly Stage[], progress: string | null): ProgressStep[] {
  const at = progress === null ? -1 : stages.findIndex(({ is }) => is.test(progress));
  if (at < 0) return [];
  return stages.map(({ title }, index) => ({
    title,
    state: index < at ? 'done' : index === at ? 'now' : 'ahead',
  }));
}

/** Does the sentence say more than that all is well? */
export const isWorthSaying = ({ progress }: Pick<Application, 'progress'>): boolean =>
  progress !== null && progress !== 'completed';
