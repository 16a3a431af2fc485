import { standingNow } from '@/lib/domain/event-lasting';
import { rangeBounds } from '@/lib/domain/event-range';
import { deedsOf } from '@/lib/server/deeds';
import { csvParams, csvPieces, EVENT_FILES } from '@/lib/server/event-csv';
import { readWindows } from '@/lib/server/events';
import { guard } from '@/lib/server/guard';
import { takePlace } from '@/lib/server/places';
import { connect } from '@/lib/server/platform';
import { NO_STORE, OWN_HEADER } from '@/lib/server/same-origin';
import { readView } from '@/lib/server/views';

const refuse = (status: number, message: string) =>
  Response.json({ error: { message } }, { status, headers: NO_STORE });

/** The events of a range and filter (`q`, JSON) as CSV, streamed. Who goes away in the middle stops the reading. */
export async function GET(request: Request): Promise<Response> {
  // A page of another site must not set the platform to work, though it could not read the answer.
  if (request.headers.get(OWN_HEADER) !== '1') return refuse(403, `The header ${OWN_HEADER} is missing.`);
  const session = await guard();
  if (!session.ok) return refuse(session.error.kind === 'forbidden' ? 403 : 401, session.error.message);
  const asked = csvParams.safeParse(parse(new URL(request.url).searchParams.get('q') ?? ''));
  if (!asked.success) return refuse(400, 'The range or the filter is not valid.');
  const giveBack = takePlace(EVENT_FILES, session.data.id);
  if (!giveBack) return refuse(429, 'Another file is being made for you. Wait for it, or cancel it.');
  const connection = await connect(session.data);
  if (!connection.ok) {
    giveBack();
    return refuse(502, connection.error.message);
  }
  const { range, filter } = asked.data;
  const { from, to } = rangeBounds(range, Date.now());
  const bounds = { from, to: 'last' in range ? null : to };
  const gone = new AbortController();
  request.signal.addEventListener('abort', () => gone.abort(), { once: true });
  const alarms = await readView(session.data, 'alarms', {});
  const pieces = csvPieces(
    () => readWindows(connection.data, session.data, bounds, { signal: gone.signal }),
    {
      range: bounds,
      filter,
      deeds: deedsOf(session.data, bounds, filter),
      active: standingNow(alarms.value?.data ?? null),
      now: Date.now(),
    },
  );
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (!done && !gone.signal.aborted) return controller.enqueue(encoder.encode(value));
      giveBack();
      controller.close();
    },
    async cancel() {
      gone.abort();
      giveBack();
      await pieces.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      ...NO_STORE,
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="events.csv"',
    },
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
