'use client';
/** Starting an upgrade, or an update of the root CA: the platform looks at its whole health first, and so does the sheet. */
import { useState } from 'react';
import { OptionField } from '@/components/action/option-field';
import { HealthSection } from '@/components/health/health-report';
import { Checkbox } from '@/components/ui/checkbox';
import type { HealthKind } from '@/lib/domain/health/health-kind';
import { type KubeCall, kubeTitle } from '@/lib/domain/kube/kube-calls';
import type { HealthFact, KubeSituation } from '@/lib/domain/kube/situation';
import { targetOptions } from '@/lib/domain/kube/start-checks';
import { useAsked } from '@/lib/queries/asked';
import { KubeSheet } from './kube-sheet';
import { EFFECT } from './step-words';

type Props = { situation: KubeSituation; onClose: () => void };

/** The same question as the section asks, which is asked once. */
function useHealth(kind: HealthKind, relaxed: boolean): HealthFact | undefined {
  const { seen } = useAsked('healthReport', { kind, relaxed }, true);
  if (seen?.data) return { failed: seen.data.checks.filter(({ outcome }) => outcome === 'fail').length };
  return seen?.error && { unread: seen.error.message };
}

export function StartUpgradeSheet({ situation, onClose }: Props) {
  const options = targetOptions(situation.kube);
  const [version, setVersion] = useState(() => options.find(({ why }) => why === null)?.value ?? '');
  const [force, setForce] = useState(false);
  const health = useHealth('kube-upgrade', force);
  const call: KubeCall = { do: 'start', version, force };
  return (
    <KubeSheet
      call={call}
      situation={{ ...situation, health }}
      title="Start an upgrade of Kubernetes"
      sentence={EFFECT.start}
      button={version === '' ? 'Start the upgrade' : kubeTitle(call)}
      done={`The upgrade to ${version} has been started`}
      gap={version === '' ? 'Choose a version' : null}
      after={<HealthSection kind="kube-upgrade" relaxed={force} />}
      onClose={onClose}
    >
      <OptionField label="Version" value={version} options={options} onPick={setVersion} />
      <Force checked={force} onChange={setForce} />
    </KubeSheet>
  );
}

export function StartRootcaSheet({ situation, onClose }: Props) {
  const [force, setForce] = useState(false);
  const health = useHealth('kube-rootca', force);
  const call: KubeCall = { do: 'rootca-start', force };
  return (
    <KubeSheet
      call={call}
      situation={{ ...situation, health }}
      title="Update the root CA of Kubernetes"
      sentence={EFFECT['rootca-start']}
      button="Start the update"
      done="The update of the root CA has been started"
      after={<HealthSection kind="kube-rootca" relaxed={force} />}
      onClose={onClose}
    >
      <Force checked={force} onChange={setForce} />
    </KubeSheet>
  );
}

const Force = ({ checked, onChange }: { checked: boolean; onChange: (force: boolean) => void }) => (
  <Checkbox
    label="Ignore alarms that do not affect management"
    checked={checked}
    onCheckedChange={(next) => onChange(next)}
  />
);
