'use client';
/** One saying about one alarm at a time: sending it, and why it was not kept. */
import { useState } from 'react';
import type { Alarm } from '@/lib/domain/alarm';
import type { Failure } from '@/lib/domain/result';
import { MARK_VIEWS, type MarkWish, sendMark } from '@/lib/queries/alarm-mutations';
import { useRefresh } from '@/lib/queries/view';

export function useMark(alarm: Alarm) {
  const refresh = useRefresh();
  const [busy, setBusy] = useState<MarkWish['deed'] | null>(null);
  const [failure, setFailure] = useState<Failure>();
  /** Whether it was kept. */
  const say = async (wish: MarkWish): Promise<boolean> => {
    setBusy(wish.deed);
    setFailure(undefined);
    const answer = await sendMark(alarm, wish);
    if (answer.ok) await refresh(MARK_VIEWS);
    else setFailure(answer.error);
    setBusy(null);
    return answer.ok;
  };
  return { busy, failure, say };
}
