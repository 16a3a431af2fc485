import { csvFileName, saveFile } from '@/components/table/csv';
import type { EventFilter } from '@/lib/domain/event-filter';
import type { EventRange } from '@/lib/domain/event-range';
import { formatCounted } from '@/lib/format/number';

/**
 * Fetches the file and hands it to the browser once it is whole.
 * @param onRows told how many rows have come so far
 * @returns how it ended, in a sentence
 */
export async function exportEvents(
  ask: { range: EventRange; filter: EventFilter },
  signal: AbortSignal,
  onRows: (rows: number) => void,
): Promise<string> {
  try {
    const query = new URLSearchParams({ q: JSON.stringify(ask) });
    const answer = await fetch(`/api/events/csv?${query}`, { signal, headers: { 'x-roost-request': '1' } });
    if (!answer.ok || !answer.body) return `No file. ${await reasonOf(answer)}`;
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    const parts: string[] = [];
    const count = rowCounter();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      parts.push(value);
      onRows(count(value) - 1);
    }
    const text = parts.join('');
    const torso = /(?:^|\n)"?(Not whole: [^\r\n]*?)"?\r\n$/.exec(text)?.[1];
    if (torso) return `No file. ${torso}`;
    saveFile(csvFileName('events', new Date()), text);
    const without = /(?:^|\n)"?Operator actions are missing: [^\r\n]*\r\n$/.test(text) ? 1 : 0;
    const saved = `Saved ${formatCounted(count('') - 1 - without, 'event')}`;
    return without ? `${saved}, without all operator actions: the last line says why` : saved;
  } catch {
    return signal.aborted
      ? 'Cancelled, nothing was saved'
      : 'No file. The console does not answer. Nothing was saved';
  }
}

async function reasonOf(answer: Response): Promise<string> {
  try {
    const body: unknown = await answer.json();
    const error: unknown = Reflect.get(Object(body), 'error');
    return String(Reflect.get(Object(error), 'message') ?? `Answered ${answer.status}`);
  } catch {
    return `Answered ${answer.status}`;
  }
}

/** Counts records as text comes in: line ends that are not within quotes. */
export function rowCounter(): (piece: string) => number {
  let rows = 0;
  let quoted = false;
  return (piece) => {
    for (const letter of piece) {
      if (letter === '"') quoted = !quoted;
      else if (letter === '\n' && !quoted) rows += 1;
    }
    return rows;
  };
}
