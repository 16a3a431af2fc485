'use client';
/** Adding a backend: what it is, what it serves, how Ceph keeps its copies. It cannot be taken back. */
import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Note } from '@/components/ui/note';
import { RadioGroup } from '@/components/ui/radio';
import { SelectField } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { kindWord } from '@/lib/domain/storage/cloud/backend-rows';
import {
  DEPLOYMENT_MODELS,
  defaultName,
  deploymentVerdict,
  kindVerdict,
  replications,
  SECONDARY_SERVICES,
  SERVICES,
} from '@/lib/domain/storage/cloud/backend-rules';
import { ADDABLE_KINDS, type AddableKind, type StorageCall } from '@/lib/domain/storage/cloud/storage-calls';
import type { StorageState } from '@/lib/domain/storage/cloud/storage-state';
import { type Copies, CopiesFields, copiesOf, usualLeast } from './copies-fields';
import { ServiceChecks } from './service-checks';
import { StorageSheet } from './storage-sheet';

const MODEL_WORDS: Record<(typeof DEPLOYMENT_MODELS)[number], string> = {
  controller: 'OSDs on controllers only',
  dedicated: 'OSDs on workers only',
  open: 'OSDs wherever you put them, with any replication',
};
const USUAL: Record<AddableKind, readonly string[]> = {
  'ceph-rook': ['block', 'filesystem'],
  ...{ ceph: [], file: ['glance'], lvm: ['cinder'], external: ['cinder'] },
};

/** The fewest copies that the kind may keep, two where it may be any number. */
function usualCopies(kind: AddableKind, model: string, facts: StorageState): Copies {
  const [least] = replications(kind, model, facts) ?? [2];
  const replication = least ?? 2;
  return { replication: String(replication), minReplication: String(usualLeast(replication)) };
}

export function AddBackendSheet({ facts, onClose }: { facts: StorageState; onClose: () => void }) {
  const { storage } = facts;
  const kinds = ADDABLE_KINDS.map((value) => {
    const verdict = kindVerdict(value, storage);
    return { value, label: kindWord(value), ...(verdict.ok ? {} : { disabledReason: verdict.why }) };
  });
  const [kind, setKind] = useState<AddableKind>(
    () => kinds.find((one) => !('disabledReason' in one))?.value ?? 'ceph-rook',
  );
  const [typedName, setTypedName] = useState('');
  const [services, setServices] = useState<readonly string[]>(USUAL[kind]);
  const [model, setModel] = useState<(typeof DEPLOYMENT_MODELS)[number]>('controller');
  const [copies, setCopies] = useState(() => usualCopies(kind, 'controller', facts));
  const [sure, setSure] = useState(false);
  const free = storage.tiers.filter(({ backendId }) => backendId === null);
  const [tier, setTier] = useState(free[0]?.name ?? '');

  const first = storage.backends.every((one) => one.kind !== kind);
  const name = first ? defaultName(kind) : typedName.trim();
  const ceph = kind === 'ceph' || kind === 'ceph-rook';
  const [replication, minReplication] = [copiesOf(copies.replication), copiesOf(copies.minReplication)];
  const call: StorageCall = {
    ...{ do: 'backend.add', kind, name, services },
    replication: ceph ? replication : null,
    minReplication: ceph ? minReplication : null,
    deploymentModel: kind === 'ceph-rook' ? model : null,
    tier: kind === 'ceph' && !first ? tier || null : null,
  };
  const choose = (next: AddableKind) => {
    setKind(next);
    setServices(USUAL[next]);
    setCopies(usualCopies(next, model, facts));
  };
  return (
    <StorageSheet
      title="Add backend"
      sentence="The platform sets it up on the controllers. A backend cannot be taken back like other configuration."
      button="Add backend"
      done={`Backend ${name} was added`}
      facts={facts}
      calls={[call]}
      gap={
        name === ''
          ? 'Give it a name'
          : ceph && (replication === null || minReplication === null)
            ? 'Say how many copies there are'
            : sure
              ? null
              : 'Confirm that it cannot be undone'
      }
      dirty={sure || typedName !== ''}
      onClose={onClose}
    >
      <RadioGroup label="Kind" value={kind} onValueChange={choose} options={kinds} />
      {first ? (
        <Note tone="info">
          It is called <span className="mono">{name}</span>, as the first of its kind always is.
        </Note>
      ) : (
        <>
          <TextField
            label="Name"
            mono
            data-autofocus=""
            value={typedName}
            onChange={(event) => setTypedName(event.target.value)}
          />
          {kind === 'ceph' && (
            <SelectField
              label="Tier"
              value={tier}
              placeholder="None is free"
              options={free.map((one) => ({ value: one.name, label: one.name }))}
              onChange={(event) => setTier(event.target.value)}
            />
          )}
        </>
      )}
      {kind === 'ceph-rook' && (
        <RadioGroup
          label="Deployment model"
          value={model}
          onValueChange={(next) => {
            setModel(next);
            setCopies(usualCopies(kind, next, facts));
          }}
          options={DEPLOYMENT_MODELS.map((value) => {
            const verdict = deploymentVerdict(value, facts);
            return {
              ...{ value, label: value, help: MODEL_WORDS[value] },
              ...(verdict.ok ? {} : { disabledReason: verdict.why }),
            };
          })}
        />
      )}
      {ceph && (
        <CopiesFields
          kind={kind}
          deploymentModel={kind === 'ceph-rook' ? model : null}
          facts={facts}
          copies={copies}
          onChange={setCopies}
        />
      )}
      <ServiceChecks
        options={SERVICES[kind].map((value) => ({
          value,
          fixed:
            kind === 'ceph' && !first && !SECONDARY_SERVICES.some((one) => one === value)
              ? 'For the first Ceph backend only'
              : null,
        }))}
        chosen={services}
        onChange={setServices}
      />
      <Checkbox
        checked={sure}
        onCheckedChange={setSure}
        label="I know that this cannot be undone"
        help="The platform asks for this confirmation; it is sent with the request."
      />
    </StorageSheet>
  );
}
