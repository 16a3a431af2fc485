'use client';
/** Updating an application to another version: where its tarball lies, what changes, what is kept, and how to go back. */
import type { ActionSheetProps } from '@/components/action/action-runner';
import { CheckList } from '@/components/action/check-list';
import { linesOf } from '@/components/action/step-rows';
import { StepSheet } from '@/components/action/step-sheet';
import { useStepRun } from '@/components/action/use-step-run';
import { Note } from '@/components/ui/note';
import { callCli, callTitle } from '@/lib/domain/application/application-calls';
import { mayActOnApplications } from '@/lib/domain/application/application-rights';
import { applicationSteps } from '@/lib/domain/application/application-steps';
import { orderChecks } from '@/lib/domain/check';
import { allowed } from '@/lib/domain/result';
import { reviewSteps } from '@/lib/domain/steps';
import { sendApplicationCalls } from '@/lib/queries/application-mutations';
import { useRefresh } from '@/lib/queries/view';
import { useViewer } from '@/lib/queries/viewer';
import { UpdateChanges } from './update-changes';
import { UpdateFields } from './update-fields';
import { useUpdateForm } from './use-update-form';

const AFFECTED = ['applications', 'applicationCharts', 'chartValues', 'alarms'] as const;

export function UpdateSheet({ request: { name }, onClose }: ActionSheetProps<'applicationUpdate'>) {
  const { viewer } = useViewer();
  const refresh = useRefresh();
  const run = useStepRun(sendApplicationCalls, () => refresh(AFFECTED));
  const form = useUpdateForm(name);
  const { call, one, applications, checks } = form;
  const reviewed = reviewSteps([call], applications, applicationSteps);
  const lines = linesOf(
    reviewed.map((line) => ({ ...line, verdict: allowed })),
    callTitle,
  );
  return (
    <StepSheet
      title={`Update ${name}`}
      sentence="Applies another version in place of the one that runs. What it runs may restart."
      button={`Update ${name}`}
      done={`${name} is being updated`}
      run={run}
      calls={[call]}
      lines={lines}
      titleOf={callTitle}
      may={mayActOnApplications(viewer)}
      commands={[callCli(call)]}
      // Once it runs the status is what was asked for: that is no fault of the form.
      gap={run.results.length > 0 ? null : form.gap}
      dirty={form.dirty}
      onClose={onClose}
    >
      {!one && <Note tone="unknown" title={`There is no application ${name} any more.`} />}
      <Note title="A file of this computer cannot be used.">
        To an update the platform takes no tarball from outside. Put it on the active controller, or on a
        server that the controller reaches.
      </Note>
      <UpdateFields form={form} />
      {form.facts && one && <UpdateChanges one={one} facts={form.facts} />}
      {one && (
        <div>
          <CheckList checks={orderChecks(checks)} pending={0} meta={null} wayOut={() => null} />
        </div>
      )}
      <Note title="The way back.">
        The version before stays with the platform, inactive. To go back, update again with its tarball: the
        platform then uses what it kept. If an update fails, the platform goes back by itself
        {form.facts?.noRecovery ? ', but not with this application' : ''}.
      </Note>
    </StepSheet>
  );
}
