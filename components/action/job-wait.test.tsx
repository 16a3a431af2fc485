// @vitest-environment happy-dom
/** A sheet that waits for a reading gives way to the form: under somebody's hands. */
import { act, useState } from 'react';
import { expect, it, vi } from 'vitest';
import { Sheet } from '@/components/ui/sheet';
import { JobOfReading, JobWait } from './job-wait';
import { drawingPlace, field, text, type } from './test-sheet';

type Stage = 'closed' | 'waits' | 'form';
let go: (to: Stage) => void;

function Page() {
  const [stage, setStage] = useState<Stage>('closed');
  go = setStage;
  return (
    <>
      <button type="button" id="opener">
        Create
      </button>
      {stage === 'waits' && (
        <JobWait title="Change" what="network" error={undefined} onClose={() => undefined} />
      )}
      {stage === 'form' && (
        <Sheet open onOpenChange={() => undefined} title="Create">
          <input data-autofocus="" aria-label="Name" />
        </Sheet>
      )}
    </>
  );
}

const draw = drawingPlace();
const step = async (to: Stage) => {
  await act(async () => go(to));
};
/** What is left for later by the sheet that has closed. */
const settle = () => act(async () => void (await new Promise((done) => setTimeout(done, 20))));

it('takes the focus from nobody who types already, and the form gives it back to what opened the first', async () => {
  await act(async () => draw(<Page />));
  const opener = document.querySelector<HTMLElement>('#opener');
  opener?.focus();
  await step('waits');
  await step('form');
  const field = document.querySelector('input');
  expect(document.activeElement).toBe(field);
  const blurred = vi.fn();
  field?.addEventListener('blur', blurred);
  await settle();
  expect(blurred).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(field);

  await step('closed');
  await settle();
  expect(document.activeElement).toBe(opener);
});

let read: (to: { facts?: { ports: number }; error?: string }) => void;

function Job() {
  const [now, setNow] = useState<Parameters<typeof read>[0]>({});
  read = setNow;
  return (
    <JobOfReading
      read={{ facts: now.facts, error: now.error }}
      words={{ title: 'Change', what: 'network' }}
      onClose={() => undefined}
    >
      {({ ports }) => (
        <Sheet open onOpenChange={() => undefined} title="Create" description={`${ports} ports`}>
          <label htmlFor="name">Name</label>
          <input id="name" />
        </Sheet>
      )}
    </JobOfReading>
  );
}

it('does not go away when a part cannot be read any more, and follows what is read after that', async () => {
  await act(async () => draw(<Job />));
  await act(async () => read({ error: 'networks: no answer' }));
  expect(text()).toContain('networks: no answer');
  await act(async () => read({ facts: { ports: 3 } }));
  type('Name', 'storage0');
  await act(async () => read({ error: 'networks: no answer' }));
  expect(text()).toContain('3 ports');
  expect(field('Name').value).toBe('storage0');
  await act(async () => read({ facts: { ports: 4 } }));
  expect(text()).toContain('4 ports');
  expect(field('Name').value).toBe('storage0');
});
