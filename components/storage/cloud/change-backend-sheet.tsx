'use client';
/** Changing a backend: its services, its copies, and where Rook has its OSDs. */
import { useState } from 'react';
import { Note } from '@/components/ui/note';
import { RadioGroup } from '@/components/ui/radio';
import type { Backend } from '@/lib/domain/storage/backend';
import { backendName, isRook } from '@/lib/domain/storage/cloud/backend-rows';
import {
  DEPLOYMENT_MODELS,
  deploymentVerdict,
  isPrimary,
  removedVerdict,
  SECONDARY_SERVICES,
  SERVICES,
} from '@/lib/domain/storage/cloud/backend-rules';
import { backendChangeOf } from '@/lib/domain/storage/cloud/storage-call-effect';
import { ADDABLE_KINDS, type BackendChange } from '@/lib/domain/storage/cloud/storage-calls';
import type { StorageState } from '@/lib/domain/storage/cloud/storage-state';
import { CopiesFields, copiesOf } from './copies-fields';
import { ServiceChecks } from './service-checks';
import { StorageSheet } from './storage-sheet';

type Props = { facts: StorageState; backend: Backend; onClose: () => void };

function servicesOf(backend: Backend): readonly string[] {
  const kind = ADDABLE_KINDS.find((one) => one === backend.kind);
  const known = kind === undefined ? [] : SERVICES[kind];
  return kind === 'ceph' && !isPrimary(backend) ? SECONDARY_SERVICES : known;
}

export function ChangeBackendSheet({ facts, backend: given, onClose }: Props) {
  // As it was when the sheet was opened: what is typed is held against that.
  const [backend] = useState(given);
  const [services, setServices] = useState<readonly string[]>(backend.services);
  const [first] = useState({
    replication: String(backend.replication ?? ''),
    minReplication: String(backend.minReplication ?? ''),
  });
  const [copies, setCopies] = useState(first);
  const [model, setModel] = useState(backend.deploymentModel);
  const [replication, minReplication] = [copiesOf(copies.replication), copiesOf(copies.minReplication)];
  const ceph = backend.kind === 'ceph' || isRook(backend);
  const wanted: BackendChange = {
    services,
    ...(ceph && replication !== null ? { replication } : {}),
    ...(ceph && minReplication !== null ? { minReplication } : {}),
    ...(isRook(backend) && model !== null ? { deploymentModel: model } : {}),
  };
  const to = backendChangeOf(backend, wanted);
  const changed = Object.keys(to).length;
  const name = backendName(backend);
  return (
    <StorageSheet
      title={`Change ${name}`}
      sentence={
        isRook(backend)
          ? 'The backend waits for the application rook-ceph to be applied again, and then is as it says here.'
          : 'The platform configures the controllers anew where that is needed.'
      }
      button={changed === 1 ? 'Save 1 change' : `Save ${changed} changes`}
      done={`${name} was changed`}
      facts={facts}
      calls={changed > 0 ? [{ do: 'backend.change', name, to }] : []}
      gap={changed === 0 ? 'Nothing has been changed' : null}
      dirty={changed > 0}
      onClose={onClose}
    >
      <ServiceChecks
        options={servicesOf(backend).map((value) => {
          const kept = removedVerdict(
            backend,
            backend.services.filter((one) => one !== value),
          );
          return {
            value,
            fixed: backend.services.includes(value) && !kept.ok ? 'It cannot be removed again' : null,
          };
        })}
        chosen={services}
        onChange={setServices}
      />
      {isRook(backend) && (
        <RadioGroup
          label="Deployment model"
          value={model}
          onValueChange={setModel}
          options={DEPLOYMENT_MODELS.map((value) => {
            const verdict = deploymentVerdict(value, facts);
            return {
              ...{ value: value as string, label: value },
              ...(verdict.ok || value === backend.deploymentModel ? {} : { disabledReason: verdict.why }),
            };
          })}
        />
      )}
      {ceph && (
        <CopiesFields
          kind={backend.kind}
          deploymentModel={model}
          facts={facts}
          {...{ copies, first }}
          onChange={setCopies}
        />
      )}
      {backend.task !== null && <Note tone="info">The platform is at it: {backend.task}.</Note>}
    </StorageSheet>
  );
}
