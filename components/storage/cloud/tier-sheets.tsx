'use client';
/** Making a tier of Ceph, and giving one another name. */
import { useState } from 'react';
import { TextField } from '@/components/ui/text-field';
import type { Tier } from '@/lib/domain/storage/backend';
import type { StorageState } from '@/lib/domain/storage/cloud/storage-state';
import { createTierVerdict } from '@/lib/domain/storage/cloud/tier-rules';
import { StorageSheet } from './storage-sheet';

type Props = { facts: StorageState; onClose: () => void };

export function CreateTierSheet({ facts, onClose }: Props) {
  const [text, setText] = useState('');
  const name = text.trim();
  const cluster = facts.storage.clusters[0]?.name;
  const verdict = createTierVerdict(name, facts.storage);
  return (
    <StorageSheet
      title="Create tier"
      sentence="Disks of a kind of their own, for a backend of its own. OSDs are put on it one by one."
      button="Create tier"
      done={`Tier ${name} was created`}
      facts={facts}
      calls={cluster === undefined || name === '' ? [] : [{ do: 'tier.create', name, cluster }]}
      gap={cluster === undefined ? 'There is no cluster of Ceph' : name === '' ? 'Give it a name' : null}
      dirty={text !== ''}
      onClose={onClose}
    >
      {(run) => (
        <TextField
          label="Name"
          mono
          data-autofocus=""
          maxLength={255}
          value={text}
          onChange={(event) => setText(event.target.value)}
          error={name !== '' && !verdict.ok ? verdict.why : run.failedCall ? 'Refused, see below' : null}
        />
      )}
    </StorageSheet>
  );
}

export function RenameTierSheet({ facts, tier, onClose }: Props & { tier: Tier }) {
  const [from] = useState(tier.name);
  const [text, setText] = useState(from);
  const name = text.trim();
  const taken = name !== from && facts.storage.tiers.some((one) => one.name === name);
  return (
    <StorageSheet
      title={`Rename tier ${from}`}
      sentence="Nothing else of it changes."
      button="Save 1 change"
      done={`Tier ${from} is called ${name}`}
      facts={facts}
      calls={name === '' || name === from ? [] : [{ do: 'tier.rename', name: from, to: name }]}
      gap={
        name === ''
          ? 'Give it a name'
          : name === from
            ? 'Nothing has been changed'
            : taken
              ? `There is a tier ${name} already`
              : null
      }
      dirty={text !== from}
      onClose={onClose}
    >
      <TextField
        label="Name"
        mono
        data-autofocus=""
        maxLength={255}
        value={text}
        was={text === from ? null : from}
        onChange={(event) => setText(event.target.value)}
      />
    </StorageSheet>
  );
}
