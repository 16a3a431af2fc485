import { ProgressLine } from '@/components/ui/progress-line';
import type { Host } from '@/lib/domain/host';
import { hostStatus } from '@/lib/domain/host-status';

/** What the host is busy with. The line under it moves by itself only where the platform counts nothing. */
export function TaskCell({ host }: { host: Host }) {
  const status = hostStatus(host);
  if (!status) return null;
  if (!status.moving)
    return (
      <span className="block truncate text-ink" title={status.text}>
        {status.text}
      </span>
    );
  const { progress } = status;
  return (
    <span className="relative flex h-full min-w-0 items-center gap-2">
      <span className="truncate text-accent" title={status.text}>
        {status.text}
      </span>
      {progress && (
        <span className="shrink-0 text-ink-3 text-small tabular-nums">
          {progress.done} of {progress.total}
        </span>
      )}
      <span className="absolute inset-x-0 bottom-0">
        <ProgressLine
          label={status.text}
          {...(progress ? { value: (100 * progress.done) / progress.total } : {})}
        />
      </span>
    </span>
  );
}
