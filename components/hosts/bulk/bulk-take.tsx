'use client';
/** Ways into the table beside typing: the platform's XML or a CSV file, and what was copied from a spreadsheet. */
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { FileField } from '@/components/ui/file-field';
import { Note } from '@/components/ui/note';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { TextareaField } from '@/components/ui/textarea';
import type { PastedTable } from '@/lib/domain/provision/bulk-paste';
import { MOST_ROWS } from '@/lib/domain/provision/bulk-row';
import type { ReadRows } from '@/lib/domain/provision/bulk-xml';
import { counted } from '@/lib/domain/words';
import { ColumnMap } from './column-map';
import { MOST_BYTES, readText } from './read-text';
import type { BulkModel } from './use-bulk';

const WAYS = [
  { value: 'hand', label: 'By hand' },
  { value: 'file', label: 'File' },
  { value: 'paste', label: 'Paste' },
] as const;
type Way = (typeof WAYS)[number]['value'];

type Told = { tone: 'info' | 'unknown' | 'crit'; title: string; more: string };

export function BulkTake({ model }: { model: BulkModel }) {
  const [way, setWay] = useState<Way>('hand');
  const [pasted, setPasted] = useState('');
  const [table, setTable] = useState<PastedTable | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const room = MOST_ROWS - model.toSend.length;
  const take = ({ rows, passedOver }: ReadRows) => {
    setTable(null);
    if (rows.length > room) return setTold(tooMany);
    model.deeds.take(rows);
    setPasted('');
    setTold({
      tone: 'info',
      title: `${counted(rows.length, 'row')} added to the table.`,
      more:
        passedOver.length > 0
          ? `Not taken, for the platform takes no such thing: ${passedOver.join(', ')}.`
          : '',
    });
  };
  const read = (text: string) => {
    const found = readText(text, () => crypto.randomUUID());
    setTable(null);
    setTold(null);
    if (found.kind === 'rows') take(found.rows);
    else if (found.kind === 'table') setTable(found.table);
    else setTold({ tone: 'crit', title: 'Nothing was taken.', more: `${found.why}.` });
  };
  const pick = async (file: File | null) => {
    if (!file) return;
    if (file.size > MOST_BYTES)
      return setTold({ tone: 'crit', title: 'Nothing was taken.', more: 'The file is larger than 2 MB.' });
    read(await file.text());
  };
  return (
    <Panel title="Ways in" padded>
      <div className="flex flex-col gap-3">
        <div>
          <Segmented
            label="How rows come into the table"
            options={WAYS}
            value={way}
            onValueChange={(to) => {
              setWay(to);
              setTable(null);
              setTold(null);
            }}
          />
        </div>
        {way === 'hand' && (
          <p className="text-ink-2">
            Type into the table below. Enter goes to the next row; cells copied from a spreadsheet can be
            pasted into any cell.
          </p>
        )}
        {way === 'file' && (
          <FileField
            label="File of hosts"
            help="The platform’s XML, as system host-bulk-export writes it, or a CSV file. It is read in this browser"
            accept=".xml,.csv,.tsv,.txt,text/xml,text/csv"
            onPick={(file) => void pick(file)}
          />
        )}
        {way === 'paste' && (
          <>
            <TextareaField
              label="Rows"
              mono
              rows={6}
              help="Cells from a spreadsheet, CSV or XML, with or without a line that names the columns"
              value={pasted}
              onChange={({ target }) => setPasted(target.value)}
            />
            <div>
              <Button
                {...(pasted.trim() === '' ? { disabledReason: 'Paste something first' } : {})}
                onClick={() => read(pasted)}
              >
                Read
              </Button>
            </div>
          </>
        )}
        {table && <ColumnMap table={table} change={setTable} take={take} />}
        {told && (
          <Note tone={told.tone} live="polite" title={told.title}>
            {told.more}
          </Note>
        )}
      </div>
    </Panel>
  );
}

const tooMany: Told = {
  ...{ tone: 'crit', title: 'Nothing was taken.' },
  more: `More than ${MOST_ROWS} hosts in one table. Send these first.`,
};
