'use client';
/** From which host, to which, and how ports stand for each other. */
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { laterPart } from '@/components/ui/later-part';
import { Segmented } from '@/components/ui/segmented';
import { SelectField } from '@/components/ui/select';
import { hostName, isProvisioned } from '@/lib/domain/host';
import { natural } from '@/lib/domain/natural';
import type { MapWay } from '@/lib/domain/network/copy/ports';
import { forgetCopy } from '@/lib/queries/copy-run';
import { useParams } from '@/lib/url/use-params';
import { COPY_PARAMS } from './copy-params';
import type { CopyModel } from './use-copy';

const ChooseTargets = laterPart(async () => (await import('./choose-targets')).ChooseTargets);

const WAYS: readonly { value: MapWay; label: string }[] = [
  { value: 'name', label: 'Name' },
  { value: 'pci', label: 'PCI address' },
  { value: 'neighbour', label: 'LLDP neighbour' },
];

export function CopyTools({ model, busy }: { model: CopyModel; busy: boolean }) {
  const [{ by }, set] = useParams(COPY_PARAMS);
  const [choosing, setChoosing] = useState(false);
  const { hosts, source, targets, choices } = model;
  const names = hosts.filter(isProvisioned).map(hostName).toSorted(natural);
  const wait = busy ? { disabledReason: 'A copy is under way' } : {};
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
      <SelectField
        label="Copy from"
        mono
        className="w-52 max-md:w-full"
        placeholder="Choose a host"
        value={source ? hostName(source.host) : ''}
        options={names.map((value) => ({ value, label: value }))}
        disabled={busy}
        onChange={({ target }) => {
          choices.forget();
          forgetCopy();
          set({ from: target.value || null }, 'push');
        }}
      />
      <Button
        icon={<Plus size={14} strokeWidth={1.75} aria-hidden />}
        {...wait}
        onClick={() => setChoosing(true)}
      >
        {targets.length === 0 ? 'Choose hosts…' : 'Change hosts…'}
      </Button>
      <div className="flex flex-col gap-[5px]">
        <span className="field-label" aria-hidden>
          Match ports by
        </span>
        <Segmented
          label="Match ports by"
          value={by}
          options={WAYS}
          onValueChange={(way) => {
            if (busy) return;
            choices.forget();
            set({ by: way }, 'push');
          }}
        />
      </div>
      {choosing && (
        <ChooseTargets
          hosts={hosts}
          source={source?.host}
          chosen={targets.map(({ host }) => host)}
          onChoose={(next) => {
            forgetCopy();
            set({ to: next.map(hostName) }, 'push');
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  );
}
