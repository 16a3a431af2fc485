'use client';
/** A step that needs no form, or only a tick: what it does and what it costs. */
import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { type KubeCall, type KubeDeed, kubeTitle } from '@/lib/domain/kube/kube-calls';
import type { KubeSituation } from '@/lib/domain/kube/situation';
import { KubeSheet } from './kube-sheet';
import { DONE, EFFECT } from './step-words';

const DANGEROUS: readonly KubeDeed[] = ['abort', 'failed', 'rootca-abort'];

type Props = { call: KubeCall; situation: KubeSituation; onClose: () => void };

export function CallSheet({ call: given, situation, onClose }: Props) {
  const [force, setForce] = useState(false);
  const call = given.do === 'kubelet' ? { ...given, force } : given;
  return (
    <KubeSheet
      call={call}
      situation={situation}
      sentence={EFFECT[call.do]}
      button={kubeTitle(call)}
      done={`${kubeTitle(call)}: ${DONE[call.do]}`}
      danger={DANGEROUS.includes(call.do)}
      onClose={onClose}
    >
      {call.do === 'kubelet' && (
        <Checkbox
          label="Upgrade it again where it has the version already"
          help={situation.mode === 'simplex' ? 'On simplex also whatever state the host is in.' : undefined}
          checked={force}
          onCheckedChange={setForce}
        />
      )}
    </KubeSheet>
  );
}
