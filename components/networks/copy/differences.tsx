'use client';
/** What differs, interface by interface, those below first: each line can be left out, and says why where it cannot be taken. */
import { Checkbox } from '@/components/ui/checkbox';
import type { CopyItem, CopyLine, Proposal } from '@/lib/domain/copy/part';
import { counted } from '@/lib/domain/words';

type Props = {
  /** Hostname of the target. */
  name: string;
  proposal: Pick<Proposal<unknown>, 'items' | 'same'>;
  busy: boolean;
  onTick: (key: string, on: boolean) => void;
};

export function Differences({ name, proposal: { items, same }, busy, onTick }: Props) {
  const alike =
    same > 0 ? `${counted(same, 'interface')} ${same === 1 ? 'is' : 'are'} the same already.` : '';
  if (items.length === 0) return <p className="text-ink-2">{alike || 'Nothing differs.'}</p>;
  return (
    <section aria-label={`Differences of ${name}`} className="flex flex-col gap-1">
      <h3 className="font-semibold">Differences</h3>
      {alike && <p className="text-small text-ink-3">{alike}</p>}
      <ul>
        {items.map((item) => (
          <li key={item.key} className="border-t border-line py-2 first:border-t-0">
            <Item item={item} {...{ busy, onTick }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type Ticking = Pick<Props, 'busy' | 'onTick'>;

function Item({ item: { key, name, make, lines }, busy, onTick }: Ticking & { item: CopyItem }) {
  const head = <span className="mono font-medium">{name}</span>;
  return (
    <fieldset aria-label={name} className="flex flex-col gap-1.5 max-md:gap-0">
      {make ? (
        <Tick
          {...{ busy, onTick }}
          tickKey={key}
          on={make.on}
          why={make.why}
          note={make.note}
          label={
            <>
              Create {head}: {make.words}
            </>
          }
        />
      ) : (
        <p>Change {head}</p>
      )}
      {lines.length > 0 && (
        <ul className="flex flex-col gap-1.5 pl-[26px] max-md:gap-0 max-md:pl-4">
          {lines.map((line) => (
            <li key={line.key}>
              <Tick
                {...{ busy, onTick }}
                tickKey={line.key}
                on={line.on}
                why={line.why}
                note={line.note}
                label={<Words line={line} />}
              />
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}

/** "MTU: 1500 to 9000"; a network is put on or taken off. */
function Words({ line: { words, before, after } }: { line: CopyLine }) {
  if (before === null && after === 'on it') return <>Put on: {words}</>;
  if (after === null) return <>Take off: {words}</>;
  return (
    <>
      {words}: <span className="mono text-ink-3">{before ?? 'not set'}</span> to{' '}
      <span className="mono font-medium">{after}</span>
    </>
  );
}

type TickProps = Ticking & {
  tickKey: string;
  on: boolean;
  why: string | null;
  note: string | null;
  label: React.ReactNode;
};

function Tick({ tickKey, on, why, note, label, busy, onTick }: TickProps) {
  const reason = busy ? 'A copy is under way' : why;
  return (
    <span className="flex max-md:min-h-11 max-md:items-center">
      <Checkbox
        checked={on}
        label={<span className="[overflow-wrap:anywhere]">{label}</span>}
        // Not in the tip alone: what cannot be taken says why in its place.
        {...((why ?? note) === null ? {} : { help: why ?? note })}
        disabledReason={reason}
        onCheckedChange={(next) => onTick(tickKey, next)}
      />
    </span>
  );
}
