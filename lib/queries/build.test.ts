import { UnrecognizedActionError } from 'next/dist/client/components/unrecognized-action-error';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const answers = { next: async (): Promise<{ build: string }> => ({ build: 'one' }) };
vi.mock('@/lib/actions/read-many', () => ({
  readMany: async () => ({ ...(await answers.next()), now: Date.now(), answers: [] }),
}));

const { buildStore, noteBuild, noteUnknownAction } = await import('./build');
const { noteMissingCode } = await import('./missing-code');

const unknown = new UnrecognizedActionError('Server Action "40…" was not found on the server.');
const state = () => buildStore.get();

beforeEach(() => buildStore.set({ build: undefined, updated: false, cutOff: false }));

describe('the build that answers', () => {
  it('is the page’s own at first, and news when it is another', () => {
    noteBuild('one');
    noteBuild('one');
    expect(state()).toEqual({ build: 'one', updated: false, cutOff: false });
    noteBuild('two');
    expect(state()).toEqual({ build: 'one', updated: true, cutOff: false });
    noteBuild('one');
    expect(state().updated).toBe(true);
  });

  it('does not know this page’s calls: cut off until an answer comes again', () => {
    noteBuild('one');
    expect(noteUnknownAction(unknown)).toBe(true);
    expect(state()).toEqual({ build: 'one', updated: true, cutOff: true });
    noteBuild('one');
    expect(state()).toEqual({ build: 'one', updated: true, cutOff: false });
  });

  it('is not told from a call that failed for another reason', () => {
    noteBuild('one');
    expect(noteUnknownAction(new TypeError('Failed to fetch'))).toBe(false);
    expect(state()).toEqual({ build: 'one', updated: false, cutOff: false });
  });

  it('wakes nobody when there is nothing new', () => {
    noteBuild('one');
    const heard = vi.fn();
    const stop = buildStore.subscribe(heard);
    noteBuild('one');
    stop();
    expect(heard).not.toHaveBeenCalled();
  });
});

describe('code that could not be fetched', () => {
  it('means an update when another build answers, or one that knows no call of this page', async () => {
    noteBuild('one');
    answers.next = async () => ({ build: 'two' });
    await noteMissingCode();
    expect(state()).toMatchObject({ updated: true, cutOff: false });
    answers.next = () => Promise.reject(unknown);
    await noteMissingCode();
    expect(state()).toMatchObject({ updated: true, cutOff: true });
  });

  it('means no update when the same build answers, or nobody', async () => {
    noteBuild('one');
    answers.next = async () => ({ build: 'one' });
    await noteMissingCode();
    answers.next = () => Promise.reject(new TypeError('Failed to fetch'));
    await noteMissingCode();
    expect(state()).toMatchObject({ updated: false, cutOff: false });
  });
});
