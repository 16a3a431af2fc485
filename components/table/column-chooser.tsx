'use client';

import { Columns3 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { laterPart } from '@/components/ui/later-part';
import { Popover } from '@/components/ui/popover';
import type { ColumnListProps } from './column-list';

const ColumnList = laterPart(async () => (await import('./column-list')).ColumnList);

/** "9 of 16 columns". What is chosen here goes into the URL, and narrow screens then drop nothing. */
export function ColumnChooser(props: ColumnListProps) {
  const { columns, shown } = props;
  return (
    <Popover
      label="Columns"
      align="end"
      className="w-[220px]"
      trigger={
        <Button
          variant="ghost"
          className="max-md:hidden"
          icon={<Columns3 size={14} strokeWidth={1.75} aria-hidden />}
        >
          <span>
            {shown.length} <span className="max-lg:hidden">of {columns.length} </span>columns
          </span>
        </Button>
      }
    >
      <ColumnList {...props} />
    </Popover>
  );
}
