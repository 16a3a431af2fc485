/** Sends one request to the simulator, exactly as prepared: a GET may carry a body, a method may be odd. */
import { request } from 'node:http';
import { type Json, parseJson } from '../kernel/json';

export type Prepared = {
  url: string;
  /** In place of the URL's path, for one that a URL cannot hold: with dot segments. */
  path?: string;
  method: string;
  headers: Record<string, string>;
  body?: string;
};

export type Exchange = { status: number; contentType: string; headers: Record<string, string>; body: Json };

export function exchange({ url, path, method, headers, body }: Prepared): Promise<Exchange> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers, agent: false, ...(path && { path }) }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const contentType = incoming.headers['content-type'] ?? '';
        const kept = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
        resolve({
          status: incoming.statusCode ?? 0,
          contentType,
          headers: Object.fromEntries(kept),
          body: bytes.length === 0 ? null : (parseJson(bytes) ?? bytes.toString('utf8')),
        });
      });
    });
    outgoing.on('error', reject);
    if (body !== undefined) {
      outgoing.setHeader('Content-Length', Buffer.byteLength(body));
      outgoing.write(body);
    }
    outgoing.end();
  });
}
