'use client';
/** A file being made: how far it is, and what came of it. */
import { useRef, useState } from 'react';
import { saveFile } from '@/components/table/csv';
import { type Fetched, fetchFile } from './fetch-file';

export type FileState = { busy: boolean; words: string; text: string | null; host: string | null };

const YAML = 'application/yaml;charset=utf-8';

export function useFile() {
  const [state, setState] = useState<FileState>({ busy: false, words: '', text: null, host: null });
  const running = useRef<AbortController | null>(null);
  const run = async (host: string | null, save: boolean): Promise<void> => {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    setState((before) => ({ ...before, busy: true, words: 'Reading', host }));
    const result: Fetched = await fetchFile(host, own.signal, (words) =>
      setState((before) => ({ ...before, words: host === null ? words : 'Reading' })),
    );
    if (running.current !== own) return;
    running.current = null;
    if (!result.ok) return setState((before) => ({ ...before, busy: false, words: result.why }));
    if (save) saveFile(result.name, result.text, YAML);
    const words = save ? `Saved ${result.name}.` : 'Read.';
    setState({ busy: false, words, text: host === null ? result.text : null, host });
  };
  return { state, run, cancel: () => running.current?.abort() };
}
