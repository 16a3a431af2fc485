/** Reports human input to the server, seldom. Polling, timers and network answers never count. */
import { reportActivity } from './session';
import { acceptSession } from './session-store';

const INPUTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const SELDOM_MS = 60_000;

/**
 * Starts to listen. At most one report a minute (oftener under a very short idle limit); input after a report is
 * kept and reported when its minute is over.
 * @param lastReportAt when the server last heard of input, by this browser's clock
 * @param paused asked at each input: while the warning is open only its button counts
 * @returns how to stop
 */
export function watchActivity(idleLimitMs: number, lastReportAt: number, paused: () => boolean): () => void {
  const seldom = Math.min(SELDOM_MS, idleLimitMs / 4);
  let reportedAt = lastReportAt;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const report = async () => {
    timer = undefined;
    reportedAt = Date.now();
    const answer = await reportActivity();
    if (answer.ok) acceptSession(answer.view);
  };
  const onInput = () => {
    if (timer !== undefined || paused()) return;
    timer = setTimeout(report, Math.max(0, reportedAt + seldom - Date.now()));
  };
  for (const input of INPUTS) window.addEventListener(input, onInput, { passive: true, capture: true });
  return () => {
    clearTimeout(timer);
    for (const input of INPUTS) window.removeEventListener(input, onInput, { capture: true });
  };
}
