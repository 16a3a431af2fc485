'use client';
/** Services of a backend. One that it has, and that cannot be taken away again, says so. */
import { Checkbox } from '@/components/ui/checkbox';

type Props = {
  options: readonly { value: string; fixed?: string | null }[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
};

export function ServiceChecks({ options, chosen, onChange }: Props) {
  const odd = chosen.filter((one) => !options.some(({ value }) => value === one));
  return (
    <fieldset className="field">
      <legend className="field-label mb-1.5">Services</legend>
      <div className="flex flex-col gap-1.5">
        {[...options, ...odd.map((value) => ({ value, fixed: null }))].map(({ value, fixed }) => (
          <Checkbox
            key={value}
            checked={chosen.includes(value)}
            label={<span className="mono">{value}</span>}
            disabledReason={fixed ?? null}
            onCheckedChange={(on) =>
              onChange(on ? [...chosen, value] : chosen.filter((one) => one !== value))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
