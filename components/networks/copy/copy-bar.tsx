'use client';
/** The one button, how far a copy is, and what came of it. */
import { Button } from '@/components/ui/button';
import { hostName } from '@/lib/domain/host';
import { mayChangeInterfaces } from '@/lib/domain/network/interface-rules';
import { counted } from '@/lib/domain/words';
import { copyWords, stopCopy } from '@/lib/queries/copy-run';
import { useViewer } from '@/lib/queries/viewer';
import type { Target } from './use-copy';
import { type CopyRunner, canRun } from './use-copy-run';

export function CopyBar({ targets, runner }: { targets: readonly Target[]; runner: CopyRunner }) {
  const { viewer } = useViewer();
  const { run } = runner;
  const busy = run !== null && !run.over;
  const may = mayChangeInterfaces(viewer);
  const able = targets.filter(canRun);
  const why = !may.ok ? may.why : able.length === 0 ? nothingWhy(targets) : null;
  const running = run?.rows.find(({ state }) => state === 'running');
  return (
    <section aria-label="Copy" className="panel md:sticky md:bottom-0 md:z-10 md:bg-raised md:shadow-pop">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3.5 py-3">
        <Button
          size="large"
          variant="primary"
          busy={busy}
          {...(why === null || busy ? {} : { disabledReason: why })}
          onClick={() => {
            if (!busy) runner.start(able);
          }}
        >
          {able.length > 0 || busy
            ? `Copy to ${counted(busy ? run.rows.length : able.length, 'host')}`
            : 'Copy'}
        </Button>
        {busy && (
          <Button
            size="large"
            variant="ghost"
            {...(run.stopping ? { disabledReason: 'It stops after this host' } : {})}
            onClick={stopCopy}
          >
            Stop after this host
          </Button>
        )}
        <p role="status" className="min-w-0 flex-1 basis-60 text-ink-2 [overflow-wrap:anywhere]">
          {run ? (
            <>
              {copyWords(run)}
              {running && (
                <>
                  . Now <span className="mono">{hostName(running.host)}</span>
                </>
              )}
            </>
          ) : (
            (why ?? summary(targets, able.length))
          )}
        </p>
      </div>
    </section>
  );
}

function summary(targets: readonly Target[], able: number): string {
  const each = 'One host after the other; each is undone by itself when the platform refuses.';
  return able === targets.length ? each : `${counted(targets.length - able, 'host')} left alone. ${each}`;
}

function nothingWhy(targets: readonly Target[]): string {
  if (targets.some(({ plan, error }) => !plan && error === undefined)) return 'The hosts are being read';
  if (targets.every(({ plan }) => !plan)) return 'None of them could be read';
  const blocked = targets.find(({ plan }) => plan && plan.blocked !== null)?.plan?.blocked;
  if (blocked) return blocked;
  return targets.every(({ plan }) => plan?.ticks.all === 0) ? 'They have it already' : 'Nothing is ticked';
}
