'use client';
/** Before an apply: which hosts restart their PTP services, and how their clocks are now. */
import { Note } from '@/components/ui/note';
import { applyWarning, restartedHosts } from '@/lib/domain/clock/apply-warning';
import { type ClockState, clockSteps } from '@/lib/domain/clock/ptp-call-effect';
import type { ClockCall } from '@/lib/domain/clock/ptp-calls';
import type { ClockFacts } from './use-clock-facts';
import { useClockMarks } from './use-clock-marks';

/** @param calls what is done before the apply: a host that begins to follow PTP restarts as well */
export function ApplyNote({ facts, calls }: { facts: ClockFacts; calls: readonly ClockCall[] }) {
  const marks = useClockMarks();
  const before = calls.reduce<ClockState>((state, call) => clockSteps.after(call, state), facts);
  const { title, text } = applyWarning(
    restartedHosts(before, facts.hosts),
    (host) => marks && (marks.get(host)?.state ?? 'unknown'),
  );
  return (
    // Read first when the sheet opens, before anything of it is pressed.
    <div tabIndex={-1} data-autofocus="" className="rounded-3 outline-offset-2">
      <Note tone="minor" live="polite" title={title}>
        {text}
      </Note>
    </div>
  );
}
