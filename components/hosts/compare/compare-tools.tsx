'use client';
/** Which host, and beside what. */
import { ArrowLeftRight } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Segmented } from '@/components/ui/segmented';
import { SelectField } from '@/components/ui/select';
import { type Host, hostName, isProvisioned } from '@/lib/domain/host';
import { natural } from '@/lib/domain/natural';
import { useParams } from '@/lib/url/use-params';
import { COMPARE_PARAMS } from './compare-params';

const AGAINST = [
  { value: 'host', label: 'Host' },
  { value: 'file', label: 'File' },
] as const;

export function CompareTools({ hosts }: { hosts: readonly Host[] }) {
  const [{ left, right, with: against }, set] = useParams(COMPARE_PARAMS);
  const names = hosts.filter(isProvisioned).map(hostName).toSorted(natural);
  const options = names.map((value) => ({ value, label: value }));
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
      <SelectField
        label="Host"
        mono
        className="w-52 max-md:w-full"
        placeholder="Choose a host"
        value={left ?? ''}
        options={options}
        onChange={({ target }) => set({ left: target.value || null }, 'push')}
      />
      <div className="flex flex-col gap-[5px]">
        <span className="field-label" aria-hidden>
          Compare with
        </span>
        <Segmented
          label="Compare with"
          value={against}
          options={AGAINST}
          onValueChange={(value) => set({ with: value }, 'push')}
        />
      </div>
      {against === 'host' && (
        <>
          <SelectField
            label="Other host"
            mono
            className="w-52 max-md:w-full"
            placeholder="Choose a host"
            value={right ?? ''}
            options={options}
            onChange={({ target }) => set({ right: target.value || null }, 'push')}
          />
          <Button
            icon={<ArrowLeftRight size={14} strokeWidth={1.75} aria-hidden />}
            onClick={() => set({ left: right, right: left }, 'push')}
          >
            Swap
          </Button>
        </>
      )}
    </div>
  );
}
