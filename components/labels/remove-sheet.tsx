'use client';
/** Removing labels: one request each, since the platform removes one at a time. */
import { useState } from 'react';
import { GoesWithIt } from '@/components/action/goes-with-it';
import { Note } from '@/components/ui/note';
import { hostName } from '@/lib/domain/host';
import { labelDoes, needsLock } from '@/lib/domain/label/known-labels';
import { pairWords } from '@/lib/domain/label/label-calls';
import type { LabelFacts } from '@/lib/domain/label/label-rules';
import { formatCounted } from '@/lib/format/number';
import { LabelSheet } from './label-sheet';

type Props = { facts: LabelFacts; keys: readonly string[]; onClose: () => void };

export function RemoveSheet({ facts, keys, onClose }: Props) {
  const name = hostName(facts.host);
  // As they were: afterwards the platform does not list them any more.
  const [before] = useState(facts.labels);
  const what = keys.length === 1 ? (keys[0] ?? '') : formatCounted(keys.length, 'label');
  return (
    <LabelSheet
      title={`Remove ${what} of ${name}`}
      sentence={
        keys.length === 1
          ? 'Pods that ask for it are not placed on this host any more.'
          : 'One after the other. When one is refused, those removed before get their values back.'
      }
      button={keys.length === 1 ? 'Remove label' : `Remove ${what}`}
      danger
      done={`${what} of ${name} ${keys.length === 1 ? 'was' : 'were'} removed`}
      facts={facts}
      calls={keys.map((key) => ({ do: 'label.remove', key }))}
      gap={null}
      {...(keys.length > 1 ? { review: 'always' as const } : {})}
      onClose={onClose}
    >
      <GoesWithIt
        effects={keys.map((key) => ({
          title: pairWords(before.find((one) => one.key === key) ?? { key, value: null }),
          detail: labelDoes(key) ?? undefined,
        }))}
      />
      {keys.some(needsLock) && (
        <Note tone="info">What needs a locked host takes effect when {name} is unlocked.</Note>
      )}
    </LabelSheet>
  );
}
