import { END } from '@/lib/domain/declarative/print';
import { counted } from '@/lib/domain/words';

export type Fetched = { ok: true; name: string; text: string } | { ok: false; why: string };

/**
 * Fetches the configuration of a host, or of the whole system, as the console makes it.
 * @param host name or uuid; null: the whole system
 * @param onHosts told how many hosts have come so far
 */
export async function fetchFile(
  host: string | null,
  signal: AbortSignal,
  onHosts: (words: string) => void,
): Promise<Fetched> {
  try {
    const query = host === null ? '' : `?host=${encodeURIComponent(host)}`;
    const answer = await fetch(`/api/declarative${query}`, { signal, headers: { 'x-roost-request': '1' } });
    if (!answer.ok || !answer.body) return { ok: false, why: `No file. ${await reasonOf(answer)}` };
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    const parts: string[] = [];
    let hosts = 0;
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      parts.push(value);
      hosts += value.split('\nkind: Host\n').length - 1;
      onHosts(`${counted(hosts, 'host')} so far`);
    }
    const text = parts.join('');
    if (host === null && !text.includes(`\n# ${END}`))
      return { ok: false, why: 'No file. It broke off on the way, and is not whole.' };
    return { ok: true, name: nameOf(answer) ?? 'configuration.yaml', text };
  } catch {
    return {
      ok: false,
      why: signal.aborted ? 'Cancelled, nothing was saved.' : 'No file. The console does not answer.',
    };
  }
}

const nameOf = (answer: Response): string | undefined =>
  /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1];

async function reasonOf(answer: Response): Promise<string> {
  try {
    const body: unknown = await answer.json();
    const error: unknown = Reflect.get(Object(body), 'error');
    return String(Reflect.get(Object(error), 'message') ?? `Answered ${answer.status}.`);
  } catch {
    return `Answered ${answer.status}.`;
  }
}
