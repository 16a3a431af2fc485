'use client';
/** A change to the registry: what it does and what cannot be known of it, the same as a command, and what the platform answers. */
import { useState } from 'react';
import type { ActionSheetProps } from '@/components/action/action-runner';
import { linesOf } from '@/components/action/step-rows';
import { StepSheet } from '@/components/action/step-sheet';
import { TypedName } from '@/components/action/typed-name';
import { useStepRun } from '@/components/action/use-step-run';
import { tagName } from '@/lib/domain/registry/image';
import {
  callCli,
  callTitle,
  mayCall,
  nameToType,
  type RegistryCall,
} from '@/lib/domain/registry/registry-calls';
import { deleteTagVerdict } from '@/lib/domain/registry/registry-rules';
import { allowed } from '@/lib/domain/result';
import { isTyped } from '@/lib/domain/typed-name';
import { sendRegistryCalls } from '@/lib/queries/registry-mutations';
import { useRefresh } from '@/lib/queries/view';
import { useViewer } from '@/lib/queries/viewer';
import { DeletingEffects, GarbageEffects } from './registry-effects';

const AFFECTED = ['registryImages', 'registryTags', 'hosts', 'alarms'] as const;

const SENTENCE: Record<RegistryCall['do'], string> = {
  'delete-tag':
    'Takes the tag out of the registry of this cloud. It does not come back by itself: it has to be fetched or pushed anew.',
  'collect-garbage':
    'Frees the room of what was deleted. Meanwhile the registry can be read and not written, and it restarts before and after.',
};

export function RegistrySheet({ request: { call }, onClose }: ActionSheetProps<'registry'>) {
  const { viewer } = useViewer();
  const refresh = useRefresh();
  const [typed, setTyped] = useState('');
  const name = nameToType(call);
  const run = useStepRun<RegistryCall>(
    (calls, show) => sendRegistryCalls(calls, name === null ? undefined : typed, show),
    () => refresh(AFFECTED),
  );
  const verdict = call.do === 'delete-tag' ? deleteTagVerdict(call.image, call.tag) : allowed;
  const untyped = name === null || !verdict.ok || isTyped(typed, name) ? null : `Type ${name} above`;
  return (
    <StepSheet
      title={callTitle(call)}
      sentence={SENTENCE[call.do]}
      button={call.do === 'delete-tag' ? `Delete ${call.tag}` : 'Collect garbage'}
      danger={call.do === 'delete-tag'}
      done={
        call.do === 'delete-tag'
          ? `${tagName(call.image, call.tag)} was deleted`
          : 'Garbage of the registry is being collected'
      }
      run={run}
      calls={[call]}
      lines={linesOf([{ call, sent: call, verdict }], callTitle)}
      titleOf={callTitle}
      may={mayCall(viewer, call)}
      commands={[callCli(call)]}
      gap={untyped}
      onClose={onClose}
    >
      {call.do === 'delete-tag' ? <DeletingEffects image={call.image} tag={call.tag} /> : <GarbageEffects />}
      {name !== null && (
        <TypedName
          name={name}
          typed={typed}
          onTyped={setTyped}
          commands={untyped === null ? [] : [callCli(call)]}
        />
      )}
    </StepSheet>
  );
}
