'use client';
/** The hosts that get the layout: those of the source's kind first, looked for by name where there are many. */
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { SearchField } from '@/components/ui/search-field';
import { Sheet } from '@/components/ui/sheet';
import { type Host, hostName, isLocked, isProvisioned } from '@/lib/domain/host';
import { natural } from '@/lib/domain/natural';
import { counted } from '@/lib/domain/words';
import { MOST_TARGETS } from './copy-params';

/** More than these are looked for by name. */
const MOST_SHOWN = 60;
const FEW = 8;

type Props = {
  hosts: readonly Host[];
  source: Host | undefined;
  chosen: readonly Host[];
  onChoose: (hosts: readonly Host[]) => void;
  onClose: () => void;
};

export function ChooseTargets({ hosts, source, chosen: before, onChoose, onClose }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(before.map(({ id }) => id)));
  const [search, setSearch] = useState('');
  const alike = ({ personality }: Host) => personality === source?.personality;
  const all = hosts
    .filter((host) => host.id !== source?.id && isProvisioned(host))
    .toSorted((a, b) => Number(alike(b)) - Number(alike(a)) || natural(hostName(a), hostName(b)));
  const found = all.filter((host) => hostName(host).includes(search.trim()));
  const locked = found.filter(isLocked);
  const add = (more: readonly Host[]) => setChosen(new Set([...chosen, ...more.map(({ id }) => id)]));
  const many = chosen.size > MOST_TARGETS ? `At most ${MOST_TARGETS} at once` : null;
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title="Hosts that get the layout"
      description="Interfaces are changed while a host is locked. What each would be given is shown before anything is sent."
      footer={
        <>
          <Button
            size="large"
            variant="primary"
            {...(many === null ? {} : { disabledReason: many })}
            onClick={() => {
              onChoose(all.filter(({ id }) => chosen.has(id)));
              onClose();
            }}
          >
            {`Choose ${counted(chosen.size, 'host')}`}
          </Button>
          {many !== null && <span className="min-w-0 flex-1 text-small text-ink-2">{many}</span>}
          <Button size="large" variant="ghost" onClick={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {all.length > FEW && (
          <SearchField
            label="Search hosts"
            value={search}
            onValueChange={setSearch}
            placeholder="Name"
            hint=""
          />
        )}
        <div className="flex flex-wrap gap-2">
          <Button
            {...(locked.length === 0 ? { disabledReason: 'None of these is locked' } : {})}
            onClick={() => add(locked)}
          >
            {`Tick ${locked.length} locked`}
          </Button>
          <Button
            {...(chosen.size === 0 ? { disabledReason: 'None is ticked' } : {})}
            onClick={() => setChosen(new Set())}
          >
            Clear
          </Button>
        </div>
        <fieldset>
          <legend className="pb-2 font-semibold text-body text-ink">{counted(found.length, 'host')}</legend>
          <ul className="flex flex-col gap-2 max-md:gap-0">
            {found.slice(0, MOST_SHOWN).map((host) => (
              <li key={host.id} className="max-md:min-h-11 max-md:py-1.5">
                <Checkbox
                  checked={chosen.has(host.id)}
                  label={<span className="mono">{hostName(host)}</span>}
                  help={`${host.personality ?? 'No personality'}, ${isLocked(host) ? 'locked' : 'has to be locked first'}`}
                  onCheckedChange={(on) =>
                    on ? add([host]) : setChosen(new Set([...chosen].filter((id) => id !== host.id)))
                  }
                />
              </li>
            ))}
          </ul>
          {found.length > MOST_SHOWN && (
            <p className="pt-2 text-ink-3">{`${found.length - MOST_SHOWN} more: search by name.`}</p>
          )}
          {found.length === 0 && <p className="text-ink-3">None has that name.</p>}
        </fieldset>
      </div>
    </Sheet>
  );
}
