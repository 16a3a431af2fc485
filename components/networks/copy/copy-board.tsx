'use client';
/** Copying the network layout of one host to others: from which, to which, what each would be given, and what came of it. */
import { Copy } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { NotRead } from '@/components/ui/not-read';
import { Note } from '@/components/ui/note';
import { SkeletonRows } from '@/components/ui/skeleton';
import { hostName } from '@/lib/domain/host';
import { counted } from '@/lib/domain/words';
import { CopyBar } from './copy-bar';
import { CopyTools } from './copy-tools';
import { TargetCard } from './target-card';
import { type CopyModel, useCopy } from './use-copy';
import { type CopyRunner, useCopyRun } from './use-copy-run';

/** So many are open by themselves. */
const FEW = 2;

export function CopyBoardBody() {
  const model = useCopy();
  const runner = useCopyRun(model?.source?.host.id);
  if (!model) return <SkeletonRows label="Reading the hosts" />;
  return (
    <>
      <CopyTools model={model} busy={runner.busy} />
      <Notes model={model} />
      <Targets model={model} runner={runner} />
    </>
  );
}

function Targets({ model, runner }: { model: CopyModel; runner: CopyRunner }) {
  const { source, targets, hosts, hostsError } = model;
  if (hosts.length === 0 && hostsError) {
    return <NotRead fills="page" icon={<Copy aria-hidden />} title="No hosts to show" error={hostsError} />;
  }
  if (!source || targets.length === 0) {
    return (
      <EmptyState icon={<Copy aria-hidden />} title={source ? 'No host chosen yet' : 'No source chosen yet'}>
        {source
          ? `Choose the hosts that get the layout of ${hostName(source.host)}. Nothing is sent before you press the button.`
          : 'Choose the host whose layout others get.'}
      </EmptyState>
    );
  }
  return (
    <>
      <ul aria-label="Hosts that get it" className="flex flex-col gap-3">
        {targets.map((target) => (
          <li key={target.host.id}>
            <TargetCard
              target={target}
              source={hostName(source.host)}
              row={runner.run?.rows.find(({ host }) => host.id === target.host.id)}
              startsOpen={targets.length <= FEW}
              busy={runner.busy}
              choices={model.choices}
            />
          </li>
        ))}
      </ul>
      <CopyBar targets={targets} runner={runner} />
    </>
  );
}

function Notes({ model: { source, stays, unknown } }: { model: CopyModel }) {
  const named = stays ? staying(stays) : [];
  return (
    <>
      {unknown.length > 0 && (
        <Note tone="unknown" title={`No host here is called ${unknown.join(', ')}.`}>
          {unknown.length === 1 ? 'It is left out.' : 'They are left out.'}
        </Note>
      )}
      {source?.error !== undefined && (
        <Note
          tone="unknown"
          live="polite"
          title={`The network of ${hostName(source.host)} could not be read.`}
        >
          <span className="mono">{source.error}</span> Nothing can be proposed without it.
        </Note>
      )}
      {source && source.odd > 0 && (
        <Note
          tone="unknown"
          title={`${counted(source.odd, 'interface')} of ${hostName(source.host)} cannot be read.`}
        >
          What cannot be read is not copied.
        </Note>
      )}
      {named.length > 0 && (
        <Note title={`Not copied: ${named.join(' and ')}.`}>
          They are of one host, as MAC addresses are. Modes of addresses and pools are copied.
        </Note>
      )}
    </>
  );
}

const staying = ({ addresses, routes }: NonNullable<CopyModel['stays']>): string[] => [
  ...(addresses > 0 ? [`${addresses} typed address${addresses === 1 ? '' : 'es'}`] : []),
  ...(routes > 0 ? [counted(routes, 'route')] : []),
];
