'use client';
/** The frame of every change to the disks of a host: its calls reviewed, when each takes effect, confirmed where nothing takes it back, and sent. */
import { useState } from 'react';
import { SheetHeading } from '@/components/action/check-list';
import { type StepForm, StepSheet } from '@/components/action/step-sheet';
import { TypedName } from '@/components/action/typed-name';
import { type StepRunState, useStepRun } from '@/components/action/use-step-run';
import { Steps } from '@/components/ui/steps';
import { hostName } from '@/lib/domain/host';
import { nameToType } from '@/lib/domain/storage/editor/call-effect';
import type { StorageCall } from '@/lib/domain/storage/editor/calls';
import type { StorageFacts } from '@/lib/domain/storage/editor/facts';
import { reviewStorageCalls, type StorageStep } from '@/lib/domain/storage/editor/review';
import { mayChangeStorage } from '@/lib/domain/storage/editor/rules';
import { storageCallTitle } from '@/lib/domain/storage/editor/titles';
import { isTyped } from '@/lib/domain/typed-name';
import { sendStorageCalls } from '@/lib/queries/host-storage-mutations';
import { useRefresh } from '@/lib/queries/view';
import { useViewer } from '@/lib/queries/viewer';

const AFFECTED = ['hostStorage', 'cloudStorage', 'hostFilesystems', 'hosts', 'host', 'alarms'] as const;

type Props = Omit<StepForm<StepRunState<StorageCall>>, 'review'> & {
  facts: StorageFacts;
  /** What will be sent, in order. */
  calls: readonly StorageCall[];
  /** Once all of it was done, before the sheet goes. */
  onDone?: () => void;
};

export function StorageSheet({ facts, calls, onDone, children, gap, ...form }: Props) {
  const { viewer } = useViewer();
  const refresh = useRefresh();
  const [typed, setTyped] = useState('');
  // What goes is told as it was before: afterwards the platform does not list it any more.
  const [before, setBefore] = useState(facts);
  const hostname = hostName(facts.host);
  const name = calls.map((call) => nameToType(call, facts, hostname)).find((one) => one !== null) ?? null;
  const run = useStepRun<StorageCall>(
    (wanted, show) => sendStorageCalls(facts.host, wanted, name === null ? undefined : typed, show),
    () => refresh(AFFECTED),
  );
  const send = async (wanted: readonly StorageCall[], whenFound?: () => void) => {
    setBefore(facts);
    const done = await run.send(wanted, () => {
      onDone?.();
      whenFound?.();
    });
    if (done) onDone?.();
    return done;
  };
  const reviewed = gap === null || run.busy ? reviewStorageCalls(calls, facts) : [];
  const untyped = name === null || isTyped(typed, name) ? null : `Type ${name} above`;
  return (
    <StepSheet
      {...form}
      {...(calls.length > 1 ? { review: 'always' as const } : {})}
      gap={gap ?? (reviewed.every(({ verdict }) => verdict.ok) ? untyped : null)}
      run={{ ...run, send }}
      calls={calls}
      lines={reviewed}
      titleOf={(call) => storageCallTitle(call, before)}
      may={mayChangeStorage(viewer)}
      commands={reviewed.flatMap(({ command }) => command ?? [])}
    >
      {(state) => (
        <>
          {typeof children === 'function' ? children(state) : children}
          <WhenSteps steps={reviewed} hostname={hostname} />
          {name !== null && (
            <TypedName
              name={name}
              typed={typed}
              onTyped={setTyped}
              commands={untyped === null ? [] : reviewed.flatMap(({ command }) => command ?? [])}
            />
          )}
        </>
      )}
    </StepSheet>
  );
}

const ORDER = ['now', 'unlock', 'application', null] as const;

/** When what takes effect: at once, or when something else is done. */
function WhenSteps({ steps, hostname }: { steps: readonly StorageStep[]; hostname: string }) {
  const words = {
    now: 'At once',
    unlock: `When ${hostname} is unlocked`,
    application: 'When rook-ceph is applied',
  };
  const sent = steps.filter((one) => one.sent && one.verdict.ok);
  const items = ORDER.map((when) => ({
    label: when === null ? 'Not known when' : words[when],
    duration: sent
      .filter((one) => one.when === when)
      .map(({ title }) => title)
      .join('. '),
  })).filter(({ duration }) => duration !== '');
  if (items.length === 0) return null;
  return (
    <div>
      <SheetHeading>When it takes effect</SheetHeading>
      <div className="border-line border-t pt-3">
        <Steps label="When it takes effect" items={items} />
      </div>
    </div>
  );
}
