'use client';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { SelectField } from '@/components/ui/select';
import { type PastedTable, rowsOfTable } from '@/lib/domain/provision/bulk-paste';
import { BULK_FIELDS, BULK_SPECS, bulkSpec } from '@/lib/domain/provision/bulk-row';
import type { ReadRows } from '@/lib/domain/provision/bulk-xml';
import { counted } from '@/lib/domain/words';
/** Which column of a pasted table is what, as guessed, to be put right before the rows are taken. */
import { numbered } from '@/lib/format/numbered';

type Props = { table: PastedTable; change: (table: PastedTable) => void; take: (rows: ReadRows) => void };

export function ColumnMap({ table, change, take }: Props) {
  const { cells, header, columns } = table;
  const first = cells[header ? 1 : 0] ?? [];
  const found = rowsOfTable(table, () => crypto.randomUUID());
  const options = (mine: string) =>
    BULK_SPECS.map(({ field, label }) => ({
      ...{ value: field, label },
      disabled: field !== mine && columns.includes(field),
    }));
  const choose = (at: number, text: string) =>
    change({
      ...table,
      columns: columns.map((field, each) =>
        each === at ? (BULK_FIELDS.find((one) => one === text) ?? null) : field,
      ),
    });
  return (
    <section aria-label="What the columns are" className="flex flex-col gap-3 border-t border-line pt-3">
      <Checkbox
        checked={header}
        label="The first line names the columns"
        onCheckedChange={(to) => change({ ...table, header: to })}
      />
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {numbered(columns.map((field, at) => ({ field, at }))).map(({ number, item: { field, at } }) => (
          <SelectField
            key={number}
            label={
              header && cells[0]?.[at] ? (
                <>
                  Column <span className="mono">{cells[0][at]}</span>
                </>
              ) : (
                `Column ${number}`
              )
            }
            help={
              <span className="mono block truncate">
                {field !== null && bulkSpec(field).kind === 'secret' ? '••••••' : first[at] || 'empty'}
              </span>
            }
            placeholder="Not taken"
            options={options(field ?? '')}
            value={field ?? ''}
            onChange={({ target }) => choose(at, target.value)}
          />
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          variant="primary"
          {...(found.rows.length === 0 ? { disabledReason: 'There is no row in it' } : {})}
          onClick={() => take(found)}
        >
          {`Take ${counted(found.rows.length, 'row')}`}
        </Button>
        {!columns.includes('personality') && (
          <span className="text-ink-2 text-small">No column says the role: workers are meant.</span>
        )}
      </div>
    </section>
  );
}
