'use client';
import { ProgressLine } from '@/components/ui/progress-line';
import { type Application, isWorking, moodOf } from '@/lib/domain/application/application';
import { isWorthSaying, progressOf } from '@/lib/domain/application/progress';
import { NeedsApply, useNeedsApply } from './needs-apply';

/** What the platform says of it. The line under it is filled only where the platform counts. */
export function ProgressCell({ one }: { one: Application }) {
  const { said, percent } = progressOf(one);
  const pending = useNeedsApply(one.name);
  if (!isWorking(one)) {
    if (pending) return <NeedsApply change={pending} />;
    if (!isWorthSaying(one)) return null;
    const tone = moodOf(one) === 'failed' ? 'text-crit-fg' : 'text-ink-2';
    return (
      <span className={`block truncate ${tone}`} title={said ?? undefined}>
        {said}
      </span>
    );
  }
  const words = said ?? 'Taken by the platform';
  return (
    <span className="relative flex h-full min-w-0 items-center">
      <span className="truncate text-ink-2" title={words}>
        {words}
      </span>
      <span className="absolute inset-x-0 bottom-0">
        <ProgressLine label={words} {...(percent === null ? {} : { value: percent })} />
      </span>
    </span>
  );
}
