'use client';
/** The overview opens with a finding, in a sentence, from what was really read. */
import { PageHeader } from '@/components/shell/page';
import { useHostClocks } from '@/components/timing/use-host-clocks';
import { blockingSentence, findingSentence } from '@/lib/domain/attention';
import { useActiveAlarms } from '@/lib/queries/active-alarms';
import { useView } from '@/lib/queries/view';

export function FindingHead() {
  const hosts = useView('hosts', {});
  const { seen: alarms, sums } = useActiveAlarms();
  const { clocks } = useHostClocks();
  if (!hosts || !alarms) return <PageHeader title="Overview" lead="Reading hosts and alarms" />;
  const readings = { hosts: hosts.data ?? null, alarms: sums?.standing ?? null, clocks: clocks?.attention };
  return (
    <PageHeader
      title={findingSentence(readings)}
      lead={blockingSentence(alarms.data ?? null)}
      actions={
        <a className="link" href="/wallboard" target="_blank" rel="noopener">
          Wallboard<span className="sr-only">, opens in its own tab</span>
        </a>
      }
    />
  );
}
