'use client';
import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { Kv, KvRow } from '@/components/ui/kv';
import { MiddleEllipsis } from '@/components/ui/middle-ellipsis';
import { Panel } from '@/components/ui/panel';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import { kernelWord } from '@/lib/domain/capacity/kernel';
import { type Host, hasBoardManagement } from '@/lib/domain/host';
import { useView } from '@/lib/queries/view';

/** What a technician matches with the box, and how it is set up. */
export function IdentityPanel({ host }: { host: Host }) {
  const { boardManagement: bm } = host;
  return (
    <Panel title="Identity" padded>
      <Kv>
        <Copied term="Mgmt MAC" value={host.mgmtMac} />
        <KvRow term="Board mgmt">
          {hasBoardManagement(host) ? (
            <Words>
              {bm.address && <span className="mono [overflow-wrap:anywhere]">{bm.address}</span>}
              <span className="text-ink-2">{bm.type}</span>
              {bm.userName && <span className="text-ink-3">as {bm.userName}</span>}
            </Words>
          ) : (
            <Quiet>None</Quiet>
          )}
        </KvRow>
        <Copied term="Serial" value={host.serial} />
        <KvRow term="Location">{host.location ?? <Quiet>Not set</Quiet>}</KvRow>
        <KvRow term="Boot, root">
          <Mono value={bootAndRoot(host)} />
        </KvRow>
        <KvRow term="Console">
          <Mono value={host.console} />
        </KvRow>
        <KvRow term="Release">
          <Mono value={host.softwareVersion} />
        </KvRow>
        <KvRow term="Kernel">
          <KernelWords hostId={host.id} />
        </KvRow>
        <KvRow term="Clock source">
          {host.clockSynchronization?.toUpperCase() ?? <Quiet>Unknown</Quiet>}
        </KvRow>
        <KvRow term="Config">
          <ConfigWords host={host} />
        </KvRow>
        <Copied term="UUID" value={host.id} />
        <KvRow term="Changed">
          <Time at={host.updatedAt} />
        </KvRow>
      </Kv>
    </Panel>
  );
}

/** One device where both are the same; a device that is not known is said to be so. */
function bootAndRoot({ bootDevice, rootfsDevice }: Host): string | null {
  if (bootDevice === rootfsDevice) return bootDevice;
  return `${bootDevice ?? 'unknown'}, ${rootfsDevice ?? 'unknown'}`;
}

const Quiet = ({ children }: { children: ReactNode }) => <span className="text-ink-3">{children}</span>;
const Words = ({ children }: { children: ReactNode }) => (
  <span className="flex flex-wrap gap-x-1.5">{children}</span>
);
const Mono = ({ value }: { value: string | null }) =>
  value === null ? <Quiet>Unknown</Quiet> : <span className="mono [overflow-wrap:anywhere]">{value}</span>;

function Copied({ term, value }: { term: string; value: string | null }) {
  return (
    <KvRow term={term}>
      {value === null ? (
        <Quiet>Unknown</Quiet>
      ) : (
        <span className="-my-1 flex min-w-0 items-center gap-1 max-md:-my-3">
          <MiddleEllipsis text={value} className="mono" />
          <CopyButton text={value} label={`Copy ${term}`} />
        </span>
      )}
    </KvRow>
  );
}

function KernelWords({ hostId }: { hostId: string }) {
  const seen = useView('hostKernel', { hostId });
  if (!seen) return <SkeletonBlock className="h-4 w-24" />;
  const kernel = seen.data;
  if (!kernel) return <Quiet>Unknown</Quiet>;
  if (kernel.running === kernel.provisioned) return kernelWord(kernel.running);
  return `${kernelWord(kernel.running)} now, ${kernelWord(kernel.provisioned).toLowerCase()} after the next unlock`;
}

function ConfigWords({ host }: { host: Host }) {
  if (host.configStatus) return <span className="text-major-fg">{host.configStatus}</span>;
  if (host.configApplied === null) return <Quiet>Unknown</Quiet>;
  if (host.configTarget !== null && host.configTarget !== host.configApplied) return 'Waits to be applied';
  return 'Applied, up to date';
}
