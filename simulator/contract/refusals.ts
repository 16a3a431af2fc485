/** Compares refusals: envelope and message, ids and names aside. */
import { type Json, parseJson, textAt } from '../kernel/json';
import { departure } from './shape';

/** How a refusal departs from the recorded one, or undefined. */
export function refusalDeparture(recorded: Json, given: Json): string | undefined {
  const outer = departure(recorded, given);
  if (outer) return outer;
  const recordedInner = innerOf(recorded);
  const givenInner = innerOf(given);
  if (recordedInner === undefined || givenInner === undefined) return undefined;
  const inner = departure(recordedInner, givenInner, 'error_message');
  if (inner) return inner;
  const said = messageOf(recordedInner);
  const says = messageOf(givenInner);
  return said === says ? undefined : `says "${says}", recorded "${said}"`;
}

/** The JSON inside `error_message`, or the object under `error`. */
function innerOf(body: Json): Json | undefined {
  const text = textAt(body, 'error_message');
  if (text !== undefined) return parseJson(Buffer.from(text)) ?? text;
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return undefined;
  return body.error;
}

function messageOf(inner: Json): string {
  if (typeof inner === 'string') return plain(inner);
  const parts = ['faultcode', 'code', 'title', 'faultstring', 'message', 'description'].map((key) =>
    textAt(inner, key),
  );
  return plain(parts.filter((part) => part !== undefined).join(' / '));
}

/** A message without what is particular to one cloud. Of a traceback or SQL only the first line counts. */
export function plain(message: string): string {
  return (message.split('\n')[0] ?? '')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '<id>')
    .replace(/\b[0-9a-f]{32}\b/gi, '<id>')
    .replace(/\b([0-9a-f]{2}:){5}[0-9a-f]{2}\b/gi, '<mac>')
    .replace(/\b(controller|storage|worker)-\d+\b/g, '<host>')
    .replace(/\bhost \d+\b/g, 'host <n>')
    .replace(/\btar file \d+\.\d+-/g, 'tar file <time>-')
    .replace(/\bwith name \S+/g, 'with name <name>')
    .replace(/\bData Network '[^']+'/g, 'Data Network <name>')
    .replace(/\binterface ID '\d+'/g, "interface ID '<n>'")
    .replace(/\bInterface( Name)? '?\w[\w.-]*'? (?=must be unique|assignment)/g, 'Interface$1 <name> ')
    .replace(/"([\w.]+(?:, [\w.]+)+)"/g, (_, list: string) => `"${list.split(', ').sort().join(', ')}"`)
    .trim();
}
