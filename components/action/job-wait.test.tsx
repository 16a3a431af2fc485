// @vitest-environment happy-dom
/** A sheet that waits for a reading gives way to the form: under somebody's hands. */
import { act, useState } from 'react';
import { expect, it, vi } from 'vitest';
import { Sheet } from '@/components/ui/sheet';
import { JobWait } from './job-wait';
import { drawingPlace } from './test-sheet';

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
