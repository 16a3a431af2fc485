// @vitest-environment happy-dom
/** A sheet of steps whose answer gets lost: off until it is known and read again, ended or on again afterwards. */
import { act } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { allowed, fail, ok, type Result } from '@/lib/domain/result';
import type { StepResult } from '@/lib/domain/steps';
import type { WriteOutcome } from '@/lib/domain/write-outcome';
import { StepSheet } from './step-sheet';
import { button, drawingPlace, press, text } from './test-sheet';
import { useStepRun } from './use-step-run';

const asked = vi.hoisted(() => vi.fn<() => Promise<Result<WriteOutcome>>>());
const read = vi.hoisted(() => vi.fn<() => Promise<boolean>>());
vi.mock('@/lib/actions/write-outcome', () => ({ outcomeOf: asked }));
vi.mock('@/lib/queries/read-anew', () => ({ useReadAnew: () => read }));

const LOST = fail({ kind: 'unavailable', service: 'console', message: 'gone', lost: 'id-1' });
const closed = vi.fn();
const sent = vi.fn<() => Promise<Result<StepResult[]>>>();
const draw = drawingPlace();

function Sheet() {
  const run = useStepRun<string>(
    () => sent(),
    async () => {},
  );
  return (
    <StepSheet
      title="Change it"
      sentence="It changes."
      button="Change"
      gap={null}
      done="It was changed"
      run={run}
      calls={['one']}
      lines={[{ title: 'one', sent: true, verdict: allowed }]}
      titleOf={(call) => call}
      may={allowed}
      commands={['system change one']}
      onClose={closed}
    />
  );
}

beforeEach(async () => {
  vi.useFakeTimers();
  for (const mock of [asked, read, closed, sent]) mock.mockReset();
  read.mockResolvedValue(true);
  sent.mockResolvedValue(LOST);
  await act(async () => draw(<Sheet />));
});

const later = () => act(async () => void (await vi.advanceTimersByTimeAsync(20_000)));
const isOff = () => button('Change').getAttribute('aria-disabled') === 'true';

it('is off while there is no link, and sends nothing by itself', async () => {
  asked.mockRejectedValue(new TypeError('Failed to fetch'));
  await press('Change');
  expect(text()).toContain('It is not known whether this was done.');
  expect(isOff()).toBe(true);
  await later();
  await press('Change');
  expect(isOff()).toBe(true);
  expect(sent).toHaveBeenCalledTimes(1);
});

it('ends when it was done after all', async () => {
  asked.mockResolvedValue(ok({ state: 'answered', failure: null }));
  await press('Change');
  await later();
  expect(closed).toHaveBeenCalledTimes(1);
});

it('shows the refusal that got lost, and is on again', async () => {
  const failure = { kind: 'refused', service: 'sysinv', status: 400, message: 'No such thing.' } as const;
  asked.mockResolvedValue(ok({ state: 'answered', failure }));
  await press('Change');
  await later();
  expect(text().match(/No such thing\./g)).toHaveLength(1);
  expect(isOff()).toBe(false);
});

it('is on again only once the facts were read anew, where it never arrived', async () => {
  asked.mockResolvedValue(ok({ state: 'unheard' }));
  read.mockResolvedValue(false);
  await press('Change');
  await later();
  expect(isOff()).toBe(true);
  read.mockResolvedValue(true);
  await later();
  expect(text()).toContain('It did not get through: the console has no record of it.');
  expect(isOff()).toBe(false);
  sent.mockResolvedValue(ok([{ state: 'done' }]));
  await press('Change');
  expect(sent).toHaveBeenCalledTimes(2);
  expect(closed).toHaveBeenCalledTimes(1);
});

it('says once what the platform did not answer, and reads anew', async () => {
  const failure = {
    kind: 'unavailable',
    service: 'sysinv',
    status: 0,
    message: 'No answer in 60 s.',
  } as const;
  sent.mockResolvedValue(ok([{ state: 'unsure', failure }]));
  await press('Change');
  await later();
  expect(asked).not.toHaveBeenCalled();
  expect(text()).toContain('It is not known whether this was done');
  expect(text()).toContain('Look at it before you send it again.');
  expect(isOff()).toBe(false);
});
