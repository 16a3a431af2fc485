/** How a target stands, in a glyph and a few words. */
import { hostName, isLocked } from '@/lib/domain/host';
import { allDone } from '@/lib/domain/steps';
import { counted } from '@/lib/domain/words';
import type { CopyRow } from '@/lib/queries/copy-run';
import type { Target } from './use-copy';

export type TargetLook = {
  glyph: 'available' | 'failed' | 'in-progress' | 'unknown' | 'online' | 'offline';
  words: string;
};

/** @param row what the newest run did with it */
export function targetLook(target: Target, row: CopyRow | undefined): TargetLook {
  const { plan, error, host } = target;
  const told = row && rowLook(row);
  if (told) return told;
  if (error !== undefined) return { glyph: 'unknown', words: 'Its network could not be read' };
  if (!plan) return { glyph: 'in-progress', words: 'Reading its network' };
  const { proposal, ticks, blocked } = plan;
  if (ticks.all === 0) {
    const left = proposal.left.length;
    return left > 0
      ? { glyph: 'unknown', words: `Nothing to change; ${counted(left, 'interface')} cannot be given` }
      : { glyph: 'available', words: 'The same already' };
  }
  const on = `${ticks.on} of ${counted(ticks.all, 'difference')} ticked`;
  if (blocked !== null && ticks.on > 0) {
    return {
      glyph: 'failed',
      words: `${isLocked(host) ? 'Blocked' : `Lock ${hostName(host)} first`}; ${on}`,
    };
  }
  return { glyph: ticks.on > 0 ? 'online' : 'offline', words: on };
}

function rowLook({ state, results, titles, failure }: CopyRow): TargetLook | undefined {
  const over = results.filter((one) => one.state === 'done' || one.state === 'already').length;
  const undone = results.some((one) => one.state === 'undone');
  switch (state) {
    case 'waiting':
      return { glyph: 'online', words: 'Waits for its turn' };
    case 'running':
      return { glyph: 'in-progress', words: `${over} of ${counted(titles.length, 'step')} done` };
    case 'done':
      return { glyph: 'available', words: `Done: ${counted(titles.length, 'step')}` };
    case 'refused':
      return { glyph: 'failed', words: undone ? 'Refused; what was done before is undone' : 'Refused' };
    case 'unsure':
      return { glyph: 'unknown', words: failure ? 'No answer: it may have been done' : 'Not known' };
    case 'left':
      return { glyph: 'offline', words: 'Not begun' };
  }
}

/** Something went wrong with it that a person should see at once. */
export const wentWrong = (row: CopyRow | undefined): boolean =>
  row !== undefined && (row.state === 'refused' || row.state === 'unsure') && !allDone(row.results);
