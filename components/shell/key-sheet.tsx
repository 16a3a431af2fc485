'use client';

import { Kbd } from '@/components/ui/kbd';
import { Sheet } from '@/components/ui/sheet';
import { Switch } from '@/components/ui/switch';
import { type ShortcutGroup, setKeysOn, useKeysOn, useShortcutList } from '@/lib/queries/shortcuts';
import { overlayStore } from './shell-store';

const GROUPS: readonly ShortcutGroup[] = ['Everywhere', 'Go to', 'On this page'];

/** Every key that works on this page, and the switch that turns single keys off. */
export function KeySheet() {
  const on = useKeysOn();
  const list = useShortcutList();
  return (
    <Sheet
      open
      onOpenChange={(open) => {
        if (!open) overlayStore.set(null);
      }}
      title="Keys"
      description="Letters act only while no field has focus. Nothing disruptive runs from a key alone."
    >
      <div className="flex flex-col gap-4">
        <Switch
          checked={on}
          onCheckedChange={setKeysOn}
          label="Single keys act"
          help="Kept in this browser. Combinations with Ctrl always work."
        />
        {GROUPS.map((group) => {
          const entries = list.filter((entry) => entry.group === group);
          if (entries.length === 0) return null;
          return (
            <section key={group}>
              <h3 className="pb-1">{group}</h3>
              <dl className="grid grid-cols-[minmax(0,1fr)_auto]">
                {entries.map(({ keys, label }) => (
                  <div key={keys} className="col-span-2 grid grid-cols-subgrid border-b border-hair py-1.5">
                    <dt className={on || keys.startsWith('mod+') ? '' : 'text-ink-disabled'}>{label}</dt>
                    <dd className="text-right">
                      <Kbd keys={keyCaps(keys)} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Sheet>
  );
}

/** `mod+k` gives Ctrl and K, `g h` gives g and h. */
export function keyCaps(keys: string): readonly string[] {
  return keys
    .split(/[ +]/)
    .map((key, index, all) =>
      key === 'mod' ? 'Ctrl' : all[0] === 'mod' && index > 0 ? key.toUpperCase() : key,
    );
}
