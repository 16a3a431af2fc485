'use client';
/** One label in full: what it does, which values it may have, when it can be changed. */
import { DetailDrawer, Facts, Part, Said } from '@/components/ui/details';
import { KvRow } from '@/components/ui/kv';
import { Note } from '@/components/ui/note';
import type { Host } from '@/lib/domain/host';
import type { HostLabel } from '@/lib/domain/host-parts';
import { isOfKubernetes, knownLabel, labelDoes } from '@/lib/domain/label/known-labels';
import { lockVerdict } from '@/lib/domain/label/label-rules';
import { LabelButton } from './label-button';
import { LabelValue } from './label-columns';

type Props = { host: Host; row: HostLabel | undefined; name: string; onClose: () => void };

export function LabelDrawer({ host, row, name, onClose }: Props) {
  const title = <span className="mono min-w-0 [overflow-wrap:anywhere]">{name}</span>;
  if (!row) {
    return (
      <DetailDrawer title={title} onClose={onClose}>
        <p className="text-unk-fg">This is not among what was read.</p>
      </DetailDrawer>
    );
  }
  const known = knownLabel(name);
  const verdict = lockVerdict([name], host);
  return (
    <DetailDrawer
      title={title}
      onClose={onClose}
      footer={
        <>
          <LabelButton hostId={host.id} job={{ job: 'assign', first: name }} verdict={verdict}>
            Change value…
          </LabelButton>
          <LabelButton
            hostId={host.id}
            job={{ job: 'remove', keys: [name] }}
            variant="danger"
            verdict={verdict}
          >
            Remove…
          </LabelButton>
        </>
      }
    >
      <Part title="Label">
        <Facts>
          <KvRow term="Value">
            <LabelValue value={row.value} />
          </KvRow>
          <KvRow term="What it does">
            {labelDoes(name) ?? <span className="text-ink-3">One of your own</span>}
          </KvRow>
          {known?.values && (
            <KvRow term="Values">
              <span className="mono [overflow-wrap:anywhere]">{known.values.join(', ')}</span>
            </KvRow>
          )}
          <KvRow term="Changed">{known?.locked ? 'While the host is locked' : 'Any time'}</KvRow>
          <KvRow term="UUID">
            <Said>{row.id}</Said>
          </KvRow>
        </Facts>
      </Part>
      {isOfKubernetes(name) && (
        <Note tone="minor">
          Kubernetes keeps labels of this domain itself, and may set it to something else.
        </Note>
      )}
    </DetailDrawer>
  );
}
