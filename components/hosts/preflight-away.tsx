'use client';
/** On a simplex, unlock reboots the machine that serves the platform (and often this console): the page waits. */
import { useState } from 'react';
import { ConsoleAway } from '@/components/action/console-away';
import { isOver } from '@/lib/domain/action-progress';
import { isSimplex } from '@/lib/domain/system';
import { hostRuns } from '@/lib/queries/host-mutations';
import { useStore } from '@/lib/queries/store';
import { useRefresh, useView } from '@/lib/queries/view';

export function PreflightAway() {
  const system = useView('system', {})?.data;
  const runs = useStore(hostRuns);
  const [left, setLeft] = useState<readonly string[]>([]);
  const refresh = useRefresh();
  const run =
    system && isSimplex(system)
      ? runs.findLast(
          ({ action, acceptedAt, id }) =>
            action.endsWith('unlock') && acceptedAt !== null && !left.includes(id),
        )
      : undefined;
  const id = run?.id;
  const leave = () => {
    if (id) setLeft((before) => [...before, id]);
  };
  const back = () => {
    leave();
    void refresh();
  };
  if (!run || isOver(run)) return null;
  return (
    <ConsoleAway
      key={run.id}
      title={`Waiting for ${run.name}`}
      sentence={`This console goes away while ${run.name} reboots, about 12 m. The page waits.`}
      task={run.host?.task ?? null}
      since={run.requestedAt}
      onBack={back}
      onLeave={leave}
    />
  );
}
