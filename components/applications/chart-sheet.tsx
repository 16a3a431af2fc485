'use client';
/** Switching a chart on or off, or deleting its user overrides: what it does, the same as a command, what the platform answers. */
import type { ActionSheetProps } from '@/components/action/action-runner';
import { StepSheet } from '@/components/action/step-sheet';
import { useStepRun } from '@/components/action/use-step-run';
import { YamlLines } from '@/components/code/yaml-lines';
import { Note } from '@/components/ui/note';
import { mayActOnApplications } from '@/lib/domain/application/application-rights';
import type { ChartReading } from '@/lib/domain/application/chart';
import {
  type ChartJob,
  type OverrideCall,
  overrideCli,
  overrideTitle,
} from '@/lib/domain/application/overrides/override-calls';
import { allowed, fail, ok, type Result } from '@/lib/domain/result';
import type { StepResult } from '@/lib/domain/steps';
import { sendOverride } from '@/lib/queries/override-mutations';
import { useRefresh, useView } from '@/lib/queries/view';
import { useViewer } from '@/lib/queries/viewer';
import { CHART_READINGS } from './chart-readings';

const SENTENCE: Record<ChartJob['do'], string> = {
  enable: 'The next apply installs this chart with its values as they are then.',
  disable: 'The next apply leaves this chart out. Its values stay.',
  clear: 'The chart goes back to the values of the platform with the next apply.',
};
const DONE: Record<ChartJob['do'], string> = {
  enable: 'is enabled with the next apply',
  disable: 'is disabled with the next apply',
  clear: 'has no user overrides any more',
};

export function ChartSheet({ request: { job }, onClose }: ActionSheetProps<'chart'>) {
  const { viewer } = useViewer();
  const refresh = useRefresh();
  const run = useStepRun(carryOut, () => refresh(CHART_READINGS));
  const { application, chart, namespace } = job;
  const values = useView('chartValues', { application, chart, namespace })?.data;
  const call: OverrideCall =
    job.do === 'clear' ? { ...job, do: 'clear', began: values?.version ?? 'none' } : { ...job, do: job.do };
  const title = overrideTitle(call);
  return (
    <StepSheet
      title={title}
      sentence={SENTENCE[job.do]}
      button={title}
      danger={job.do !== 'enable'}
      done={`${chart} ${DONE[job.do]}`}
      run={run}
      calls={[call]}
      lines={[{ title, sent: true, verdict: allowed }]}
      titleOf={overrideTitle}
      may={mayActOnApplications(viewer)}
      commands={[overrideCli(call)]}
      gap={run.busy || run.results.length > 0 ? null : gapOf(job, values)}
      onClose={onClose}
    >
      {values?.user && (
        <div>
          <h3 className="mb-1.5">{job.do === 'clear' ? 'What is deleted' : 'User overrides, which stay'}</h3>
          <YamlLines label={`User overrides of ${chart}`} text={values.user} boxed />
        </div>
      )}
      {job.do !== 'clear' && values?.user && (
        <Note title="The command below deletes them.">
          Sent by itself it resets the user overrides. Roost asks the platform to keep them.
        </Note>
      )}
    </StepSheet>
  );
}

function gapOf(job: ChartJob, values: ChartReading | undefined): string | null {
  if (job.do !== 'clear') return null;
  if (!values) return 'Reading what is set';
  return values.user === null ? 'There are no user overrides' : null;
}

async function carryOut(
  [call]: readonly OverrideCall[],
  show: (results: readonly StepResult[]) => void,
): Promise<Result<StepResult[]>> {
  if (!call) return ok([]);
  show([{ state: 'asked' }]);
  const answer = await sendOverride(call);
  if (!answer.ok) return answer;
  if (answer.data.outcome === 'done') return ok([{ state: 'done' }]);
  return fail({ kind: 'invalid', message: answer.data.unsent });
}
