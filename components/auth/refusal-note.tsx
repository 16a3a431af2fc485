import { Note } from '@/components/ui/note';
import type { SignInRefusal } from '@/lib/domain/session-view';
import { waitText } from './use-countdown';

/** Why signing in did not work, with the wait that goes with it. The seconds are not read out one by one. */
export function RefusalNote({ refusal, left }: { refusal: SignInRefusal; left: number }) {
  const { title, rest } = split(refusal.message);
  return (
    <Note tone={refusal.code === 'unavailable' ? 'unknown' : 'crit'} title={title} live="alert">
      {rest}
      {left > 0 && <span aria-hidden> Next try in {waitText(left)}.</span>}
    </Note>
  );
}

/** The first sentence is the finding. */
function split(message: string): { title: string; rest: string } {
  const end = message.indexOf('. ');
  return end < 0
    ? { title: message, rest: '' }
    : { title: message.slice(0, end + 1), rest: message.slice(end + 2) };
}
