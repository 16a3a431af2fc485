'use client';
/** Acting on one application: what it does, the same as a command, and what the platform answers. */
import { useState } from 'react';
import type { ActionSheetProps } from '@/components/action/action-runner';
import { linesOf } from '@/components/action/step-rows';
import { StepSheet } from '@/components/action/step-sheet';
import { useStepRun } from '@/components/action/use-step-run';
import { Checkbox } from '@/components/ui/checkbox';
import { Note } from '@/components/ui/note';
import type { Application } from '@/lib/domain/application/application';
import {
  type ApplicationCall,
  type ApplicationDeed,
  callCli,
  callTitle,
  deedWord,
} from '@/lib/domain/application/application-calls';
import { mayActOnApplications } from '@/lib/domain/application/application-rights';
import { deedVerdict } from '@/lib/domain/application/application-rules';
import { applicationSteps } from '@/lib/domain/application/application-steps';
import { allowed } from '@/lib/domain/result';
import { reviewSteps } from '@/lib/domain/steps';
import { sendApplicationCalls } from '@/lib/queries/application-mutations';
import { useRefresh, useView } from '@/lib/queries/view';
import { useViewer } from '@/lib/queries/viewer';
import { DeedEffects } from './deed-effects';

const AFFECTED = ['applications', 'applicationCharts', 'chartValues', 'alarms'] as const;

type Deed = Exclude<ApplicationDeed, 'update'>;

const SENTENCE: Record<Deed, (one: Application | undefined) => string> = {
  apply: (one) =>
    one?.status === 'applied'
      ? 'Applies it again with its values as they are now. What it runs may restart.'
      : 'Installs its charts with their values as they are now.',
  abort: (one) =>
    one?.status === 'updating'
      ? 'Stops the update. The platform then goes back to the version before.'
      : 'Stops what the platform is doing with it. It is left as failed, and can be applied or removed again.',
  remove: () =>
    'Deletes everything that it runs on this cloud. The tarball and the values stay, so it can be applied again.',
  delete: () => 'Forgets the tarball and the values. To have it back it must be uploaded again.',
};

const DONE: Record<Deed, string> = {
  apply: 'is being applied',
  abort: 'is being stopped',
  remove: 'is being removed',
  delete: 'was deleted',
};

export function ApplicationSheet({ request: { deed, name }, onClose }: ActionSheetProps<'application'>) {
  const { viewer } = useViewer();
  const refresh = useRefresh();
  const run = useStepRun(sendApplicationCalls, () => refresh(AFFECTED));
  const [force, setForce] = useState(false);
  const applications = useView('applications', {})?.data?.applications ?? [];
  const one = applications.find((other) => other.name === name);
  const calls: ApplicationCall[] = [callOf(deed, name, force)];
  const verdict = one ? deedVerdict(deed, one) : allowed;
  const reviewed = reviewSteps(calls, applications, applicationSteps).map((line) => ({ ...line, verdict }));
  // Once it runs the status is what was asked for: that is no fault of the form.
  const gap = run.results.length > 0 || verdict.ok ? null : verdict.why;
  return (
    <StepSheet
      title={`${deedWord(deed)} ${name}`}
      sentence={SENTENCE[deed](one)}
      button={`${deedWord(deed)} ${name}`}
      danger={deed !== 'apply'}
      done={`${name} ${DONE[deed]}`}
      run={run}
      calls={calls}
      lines={linesOf(reviewed, callTitle)}
      titleOf={callTitle}
      may={mayActOnApplications(viewer)}
      commands={calls.map(callCli)}
      gap={gap}
      onClose={onClose}
    >
      {!one && <Note tone="unknown" title={`There is no application ${name} any more.`} />}
      {one && deed !== 'abort' && <DeedEffects deed={deed} name={name} />}
      {(deed === 'remove' || deed === 'delete') && (
        <Checkbox
          label="Go on where a check of the application itself would stop it"
          checked={force}
          onCheckedChange={setForce}
        />
      )}
    </StepSheet>
  );
}

const callOf = (deed: Deed, name: string, force: boolean): ApplicationCall =>
  deed === 'remove' || deed === 'delete' ? { do: deed, name, force } : { do: deed, name };
