/** What maintenance's task texts say. Source: metal mtce-common/src/common/nodeBase.h `MTC_TASK_*`. */

const TROUBLE = /fail|time-?out|did not complete|no active services|threshold reached/i;
// "Boot Failed, rebooting", "In-Test Timeout, re-enabling", "Reset Failed, retrying (2 of 5)": maintenance goes on.
const TRIES_ON = /retry|re-enabling|rebooting|recovering|in progress/i;
// "threshold reached, Lock/Unlock to retry" asks a person to retry, "try again when…" as well.
const GIVES_UP = /threshold reached|try again/i;

export type TaskMood = 'none' | 'working' | 'retrying' | 'failed';

/** What a task text says: nothing, at work, had trouble and tries on, or gave up. */
export function taskMood(task: string | null): TaskMood {
  if (task === null || task.trim() === '') return 'none';
  if (!TROUBLE.test(task)) return 'working';
  return TRIES_ON.test(task) && !GIVES_UP.test(task) ? 'retrying' : 'failed';
}
