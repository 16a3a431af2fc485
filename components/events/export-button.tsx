'use client';

import { Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { EventFilter } from '@/lib/domain/event-filter';
import type { EventRange } from '@/lib/domain/event-range';
import { formatCount } from '@/lib/format/number';
import { exportEvents } from './export-file';

type Props = { range: EventRange; filter: EventFilter; total: number | undefined };

/** The list as a file: all of it, not only the rows on hand. It says how far it is, and can be called off. */
export function ExportButton({ range, filter, total }: Props) {
  const [rows, setRows] = useState<number | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const start = async () => {
    const mine = new AbortController();
    running.current = mine;
    setSaid(null);
    setRows(0);
    const end = await exportEvents({ range, filter }, mine.signal, setRows);
    setRows(null);
    setSaid(end);
  };
  return (
    <>
      <span role="status" className="text-ink-2 text-small tabular-nums">
        {rows === null
          ? said
          : `${formatCount(rows)}${total === undefined ? '' : ` of ${formatCount(total)}`} rows read`}
      </span>
      {rows === null ? (
        <Button
          icon={<Download size={14} strokeWidth={1.75} aria-hidden />}
          onClick={() => void start()}
          disabledReason={total === 0 ? 'There are no events to save' : null}
        >
          CSV
        </Button>
      ) : (
        <Button onClick={() => running.current?.abort()}>Cancel CSV</Button>
      )}
    </>
  );
}
