'use client';
/** What can be asked of one host while an upgrade goes on. Who may not, or not now, sees why. */
import { MenuItem } from '@/components/ui/menu';
import type { UpgradeCall } from '@/lib/domain/kube/kube-calls';
import { kubeVerdict } from '@/lib/domain/kube/kube-checks';
import { mayChangeKube } from '@/lib/domain/kube/kube-rights';
import { type KubeHostRow, refOf } from '@/lib/domain/kube/situation';
import { openKubeJob } from '@/lib/queries/action-store';
import { useViewer } from '@/lib/queries/viewer';
import { useKube } from './use-kube';

export function HostMenu({ row }: { row: KubeHostRow }) {
  const host = refOf(row.host);
  return (
    <>
      <Item call={{ do: 'control-plane', host }} words="Upgrade the control plane…" />
      <Item call={{ do: 'kubelet', host, force: false }} words="Upgrade the kubelet…" />
    </>
  );
}

function Item({ call, words }: { call: UpgradeCall; words: string }) {
  const { viewer } = useViewer();
  const { situation } = useKube();
  const may = mayChangeKube(viewer);
  const verdict = situation ? kubeVerdict(call, situation) : null;
  const why = !may.ok ? may.why : verdict && !verdict.ok ? verdict.why : null;
  return (
    <MenuItem
      {...(why === null ? {} : { disabledReason: why })}
      onSelect={() => openKubeJob({ job: 'call', call })}
    >
      {words}
    </MenuItem>
  );
}
