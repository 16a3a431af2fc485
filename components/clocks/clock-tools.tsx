'use client';
/** Above the tree: saved views and search lead to the list, the rest is how the tree is looked at. */
import { Download } from 'lucide-react';
import { type MouseEvent, type RefObject, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { later } from '@/components/ui/later';
import { SearchField } from '@/components/ui/search-field';
import { Segmented } from '@/components/ui/segmented';
import type { ClockRow } from '@/lib/domain/clock/clock-row';
import { changeSearch } from '@/lib/url/address';
import { useParams } from '@/lib/url/use-params';
import { clockList, searchGoesOn } from './clock-list-later';
import { CLOCK_PARAMS } from './clock-params';
import { CLOCK_VIEWS } from './clock-views';

const file = later(async () => ({
  ...(await import('@/components/table/csv')),
  ...(await import('./clock-columns')),
}));

export function TreeTools(props: { rows: readonly ClockRow[]; search: RefObject<HTMLInputElement | null> }) {
  const { rows, search } = props;
  const go = (view: string | null) => (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    changeSearch({ view }, 'push');
  };
  const [text, setText] = useState('');
  const typed = useRef('');
  /** What is found is a list: it takes over, with the words and the focus, once its code is there. */
  const find = async (q: string) => {
    setText(q);
    typed.current = q;
    const part = await clockList.load().catch(() => undefined);
    if (!part || q === '' || q !== typed.current) return;
    searchGoesOn();
    changeSearch({ q: typed.current }, 'push');
  };
  const save = async () => {
    const writer = await file.load().catch(() => undefined);
    if (!writer) return;
    writer.saveFile(writer.csvFileName('clocks', new Date()), writer.csvText(writer.CLOCK_COLUMNS, rows));
  };
  return (
    <>
      <nav aria-label="Views" className="tabs flex-none">
        {CLOCK_VIEWS.map(({ id, label, match }, index) => (
          <a
            key={id}
            href={index === 0 ? '?' : `?view=${id}`}
            className="tab"
            onClick={go(index === 0 ? null : id)}
            aria-current={index === 0 ? 'page' : undefined}
          >
            {label}
            <span className="tab-count">
              {(match ? rows.filter(match) : rows).length.toLocaleString('en-GB')}
            </span>
          </a>
        ))}
      </nav>
      <div className="flex flex-none flex-wrap items-center gap-2">
        <SearchField
          ref={search}
          hint="/"
          label="Search clocks"
          placeholder="Host, port, source"
          value={text}
          onValueChange={(q) => void find(q)}
          className="w-[232px] max-lg:w-[180px]"
        />
        <WayToLook />
        <BandLength />
        <span className="flex-1" />
        <Button
          icon={<Download size={14} strokeWidth={1.75} aria-hidden />}
          variant="ghost"
          onClick={() => void save()}
        >
          CSV
        </Button>
      </div>
    </>
  );
}

export function WayToLook({ list = false }: { list?: boolean }) {
  return (
    <span className="max-md:hidden">
      <Segmented
        label="Show as"
        value={list ? 'list' : 'tree'}
        onValueChange={(show) =>
          changeSearch(
            show === 'list'
              ? { show }
              : {
                  show: null,
                  q: null,
                  view: null,
                  state: null,
                  role: null,
                  source: null,
                  sort: null,
                  cols: null,
                },
            'push',
          )
        }
        options={[
          { value: 'tree', label: 'Tree' },
          { value: 'list', label: 'List' },
        ]}
      />
    </span>
  );
}

export function BandLength() {
  const [{ last }, set] = useParams(CLOCK_PARAMS);
  return (
    <span className="max-lg:hidden">
      <Segmented
        label="History shown"
        value={last}
        onValueChange={(next) => set({ last: next }, 'replace')}
        options={[
          { value: '24h', label: '24 h' },
          { value: '7d', label: '7 d' },
        ]}
      />
    </span>
  );
}
