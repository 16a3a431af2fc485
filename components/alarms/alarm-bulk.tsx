'use client';
/** What can be done with several alarms at once. */
import { Eye } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { Alarm } from '@/lib/domain/alarm';
import type { Verdict } from '@/lib/domain/result';

type Props = {
  alarms: readonly Alarm[];
  verdict: Verdict;
  see: (alarms: readonly Alarm[]) => void;
  done: () => void;
};

export function AlarmBulk({ alarms, verdict, see, done }: Props) {
  return (
    <Button
      icon={<Eye size={14} strokeWidth={1.75} aria-hidden />}
      disabledReason={verdict.ok ? null : verdict.why}
      onClick={() => {
        see(alarms);
        done();
      }}
    >
      Mark {alarms.length} as seen
    </Button>
  );
}
