'use client';
import type { Host } from '@/lib/domain/host';
/** The frame of a change to one host, whatever it is about: what each call would send, may it, how it is sent, what is read anew. */
import { cliHost } from '@/lib/domain/host-action-cli';
import { allowed, type Failure, type Verdict } from '@/lib/domain/result';
import type { Viewer } from '@/lib/domain/rights';
import type { StepsOf } from '@/lib/domain/steps';
import type { SendToHost } from '@/lib/queries/step-run';
import { type Affected, useRefresh } from '@/lib/queries/view';
import { useViewer } from '@/lib/queries/viewer';
import { linesOf } from './step-rows';
import { type StepForm, StepSheet } from './step-sheet';
import { type StepRunState, useStepRun } from './use-step-run';

/** What a domain says of its changes, once for all of its sheets. */
export type ChangeKind<C, S> = {
  kit: StepsOf<C, S>;
  send: SendToHost<C>;
  may: (viewer: Viewer) => Verdict;
  /** What is read anew once a try has ended. */
  affected: Affected;
};

type Props<C, S> = StepForm<StepRunState<C>> & {
  kind: ChangeKind<C, S>;
  host: Host;
  state: S;
  calls: readonly C[];
  titleOf: (call: C) => string;
  /** What the platform will say of what is sent. */
  judge: (sent: C) => Verdict;
  /** The same as commands. @param host as the command line names it */
  cli: (sent: C, host: string) => string | readonly string[];
  /** Do the words of a refusal stand beside a field of the form? */
  beside?: (failure: Failure) => boolean;
};

export function ChangeSheet<C, S>({ kind, host, state, calls, titleOf, judge, cli, ...form }: Props<C, S>) {
  const { viewer } = useViewer();
  const refresh = useRefresh();
  const run = useStepRun<C>(
    (wanted, show) => kind.send(host, wanted, show),
    () => refresh(kind.affected),
  );
  const reviewed = calls.map((call) => {
    const sent = kind.kit.remaining(call, state);
    return { call, sent, verdict: sent === null ? allowed : judge(sent) };
  });
  return (
    <StepSheet
      {...form}
      run={run}
      calls={calls}
      lines={linesOf(reviewed, titleOf)}
      titleOf={titleOf}
      may={kind.may(viewer)}
      commands={reviewed.flatMap(({ sent }) => (sent === null ? [] : cli(sent, cliHost(host))))}
    />
  );
}
