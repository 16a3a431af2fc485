'use client';

import { useMemo } from 'react';
import { Cards } from './cards';
import type { DataTableProps } from './props';
import type { DataTableModel } from './use-data-table';
import { useHeld } from './use-held';
import { useSettledOrder } from './use-settled-order';

/** The same rows on a phone: worst first, and still while a finger is on them. */
export function CardRows<T extends object>({
  props,
  table,
}: {
  props: DataTableProps<T>;
  table: DataTableModel<T>;
}) {
  const { byKey, order, intent } = table;
  const { held, handlers } = useHeld(false);
  const { urgency } = props;
  const wanted = useMemo(() => {
    if (!urgency) return order;
    const rank = (key: string) => {
      const row = byKey.get(key);
      return row ? urgency(row) : 0;
    };
    return [...order].sort((a, b) => rank(b) - rank(a));
  }, [order, byKey, urgency]);
  const { keys } = useSettledOrder(wanted, intent, held);
  const { href, card, trailing } = props;
  const opens = props.detail || props.onOpen !== undefined;

  return (
    <div {...handlers}>
      <Cards
        label={props.noun.many}
        keys={keys}
        hrefOf={(key) => {
          const row = table.rowAt(key);
          return row && href ? href(row) : undefined;
        }}
        onOpen={opens ? (key) => table.open(key) : null}
        card={(key) => {
          const row = byKey.get(key);
          return row && card ? card(row) : null;
        }}
        open={(props.detail ? table.state.open : null) ?? props.mark ?? null}
      />
      {trailing && table.trailing.length > 0 && (
        <section aria-label={trailing.label} className="mt-4">
          <h2 className="mb-2 text-small font-medium text-ink-3">
            {trailing.label} <span className="font-normal">{table.trailing.length}</span>
          </h2>
          <Cards
            label={trailing.label}
            keys={table.trailing}
            hrefOf={() => undefined}
            onOpen={opens ? (key) => table.open(key) : null}
            card={(key) => {
              const row = table.rowAt(key);
              return row && card ? card(row) : null;
            }}
            open={props.detail ? table.state.open : null}
          />
        </section>
      )}
      {(props.unreadable ?? []).map(({ key, label, why }) => (
        <p key={key} className="mt-2 rounded-3 border border-dashed border-unk-line px-3.5 py-3">
          <span className="mono">{label ?? key}</span> <span className="text-unk-fg">cannot be read</span>{' '}
          <span className="block text-small text-ink-3">{why}</span>
        </p>
      ))}
    </div>
  );
}
