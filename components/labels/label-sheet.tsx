'use client';
/** The frame of every change to the labels of a host. */
import { type ChangeKind, ChangeSheet } from '@/components/action/change-sheet';
import type { StepForm } from '@/components/action/step-sheet';
import type { StepRunState } from '@/components/action/use-step-run';
import {
  type HostLabels,
  type LabelCall,
  labelCli,
  labelSteps,
  labelTitle,
} from '@/lib/domain/label/label-calls';
import { type LabelFacts, labelVerdict, mayChangeLabels } from '@/lib/domain/label/label-rules';
import { sendLabelCalls } from '@/lib/queries/label-mutations';

const KIND: ChangeKind<LabelCall, HostLabels> = {
  ...{ kit: labelSteps, send: sendLabelCalls, may: mayChangeLabels },
  affected: ['hostLabels', 'hosts'],
};

type Props = StepForm<StepRunState<LabelCall>> & { facts: LabelFacts; calls: readonly LabelCall[] };

export const LabelSheet = ({ facts, ...form }: Props) => (
  <ChangeSheet
    {...form}
    kind={KIND}
    host={facts.host}
    state={facts}
    titleOf={labelTitle}
    judge={(sent) => labelVerdict(sent, facts)}
    cli={labelCli}
  />
);
