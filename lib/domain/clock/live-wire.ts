/**
 * Live readings as they travel to browsers, a thousand hosts every few seconds. What many hosts say alike travels once, as
 * a shape; a host is a row that names its shape, with what does change: the time, and its figures. Everything is a list of
 * rows with an `id`, so that of a newer reading only what changed travels (row-patch.ts). `expandLive` makes the readings of it.
 */
import type { Unknown } from '../host';
import type { LiveClocks, LiveQuantity, LiveReading, LiveSource } from './live-reading';

type Figure = Extract<LiveQuantity, { quantity: 'offset' | 'delay' | 'frequency' }>;
type Place = Pick<LiveReading, 'instance' | 'interface' | 'process'>;
/** A reading without its host, time and source; a figure without its value, which is the row's next. */
type Said = Place & (Exclude<LiveQuantity, Figure> | Pick<Figure, 'quantity'>);

/** What a source says of one host. */
type LiveRow = {
  /** Hostname. */
  id: string;
  /** Milliseconds from `LiveWire.base`. */
  at: number;
  /** `id` of a shape. */
  shape: string;
  /** In the order in which the shape has them. */
  figures: readonly number[];
  /** Readings of the shape, by index, that have another time than the row. */
  apart: readonly (readonly [index: number, at: number])[];
  /** Name of a node's API where `LiveWire.nodeName` does not tell it. */
  name?: string;
};

/** A node that is not well, or says nothing. */
type SilentNode = { id: string; sourceName: string; answeredAt: Unknown<number>; trouble: Unknown<string> };

export type LiveWire = {
  /** Epoch milliseconds, a whole hour: times are counted from it, so that they are short. */
  base: number;
  shapes: readonly { id: string; said: readonly Said[] }[];
  nodes: readonly LiveRow[];
  metrics: readonly LiveRow[];
  /** Names of nodes' APIs, with `{host}` where the host's name is. */
  nodeName: string;
  /** Name of the metrics source whose readings are here. */
  storeName: string;
  silent: readonly SilentNode[];
  /** Metrics sources. `others`: hosts that one answers for and has no reading of; null when it does not say. */
  stores: readonly (Omit<LiveSource, 'source' | 'hosts'> & { others: Unknown<readonly string[]> })[];
};

const HOUR = 3_600_000;
const HOST = '{host}';

/** For the wire. The source's own date of a reading is left out: nothing shows it. At most one metrics source. */
export function packLive({ readings, sources }: LiveClocks): LiveWire {
  const newest = readings.reduce((latest, { at }) => Math.max(latest, at), 0);
  const base = Math.floor(newest / HOUR) * HOUR;
  const shapes = new Shapes();
  const rows = { notification: new Map<string, LiveReading[]>(), metrics: new Map<string, LiveReading[]>() };
  for (const reading of readings) {
    const own = rows[reading.source].get(reading.host);
    if (own) own.push(reading);
    else rows[reading.source].set(reading.host, [reading]);
  }
  const nodeName = templateOf(readings);
  const [stored] = rows.metrics.values();
  const storeName = stored?.[0]?.sourceName ?? '';
  const metrics = [...rows.metrics].map(([host, own]) => rowOf(host, own, base, shapes));
  const nodes = [...rows.notification].map(([host, own]) => {
    const name = own[0]?.sourceName ?? '';
    const row = rowOf(host, own, base, shapes);
    return name === filled(nodeName, host) ? row : { ...row, name };
  });
  const silent: SilentNode[] = [];
  const stores: LiveWire['stores'][number][] = [];
  for (const { source, hosts, ...rest } of sources) {
    if (source === 'metrics') {
      const others = hosts?.filter((host) => !rows.metrics.has(host)) ?? null;
      stores.push({ ...rest, others });
      continue;
    }
    for (const host of hosts ?? []) {
      const isWell =
        rest.trouble === null && rows.notification.get(host)?.[0]?.sourceName === rest.sourceName;
      if (!isWell) silent.push({ id: host, ...rest });
    }
  }
  return { base, shapes: shapes.list, nodes, metrics, nodeName, storeName, silent, stores };
}

/** What the names of most nodes' APIs have in common: taken of the longest hostname, which is in no other part of it. */
function templateOf(readings: readonly LiveReading[]): string {
  let longest: LiveReading | undefined;
  for (const one of readings)
    if (one.source === 'notification' && one.host.length > (longest?.host.length ?? 0)) longest = one;
  return longest?.sourceName.replaceAll(longest.host, HOST) ?? '';
}

const filled = (template: string, host: string): string => template.replaceAll(HOST, host);

function rowOf(host: string, readings: readonly LiveReading[], base: number, shapes: Shapes): LiveRow {
  const figures: number[] = [];
  const said = readings.map((reading): Said => {
    if (isFigure(reading)) figures.push(reading.value);
    return saidOf(reading);
  });
  const at = readings.reduce((latest, reading) => Math.max(latest, reading.at), 0);
  const apart = readings.flatMap((reading, index): [number, number][] =>
    reading.at === at ? [] : [[index, reading.at - base]],
  );
  return { id: host, at: at - base, shape: shapes.idOf(said), figures, apart };
}

const isFigure = (one: LiveReading): one is LiveReading & Figure =>
  one.quantity === 'offset' || one.quantity === 'delay' || one.quantity === 'frequency';

function saidOf(reading: LiveReading): Said {
  const { instance, interface: link, process } = reading;
  const place = { instance, interface: link, process };
  if (isFigure(reading)) return { ...place, quantity: reading.quantity };
  const { source: _, sourceName: __, host: ___, at: ____, saidAt: _____, ...said } = reading;
  return said;
}

/** Shapes by what they say. Their ids are made of it, so that another host's change changes no other row. */
class Shapes {
  readonly list: { id: string; said: readonly Said[] }[] = [];
  private readonly ids = new Map<string, string>();
  private readonly taken = new Set<string>();

  idOf(said: readonly Said[]): string {
    const text = JSON.stringify(said);
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    const hash = hashOf(text);
    let id = hash;
    for (let again = 1; this.taken.has(id); again += 1) id = `${hash}-${again}`;
    this.taken.add(id);
    this.ids.set(text, id);
    this.list.push({ id, said });
    return id;
  }
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}

const expanded = new WeakMap<LiveWire, LiveClocks>();

/** Readings and sources of what travelled; the same object for the same one, so that whoever compares sees no change. */
export function expandLive(wire: LiveWire): LiveClocks {
  const known = expanded.get(wire);
  if (known) return known;
  const shapes = new Map(wire.shapes.map(({ id, said }) => [id, said]));
  const readingsOf = (rows: readonly LiveRow[], about: (row: LiveRow) => About) =>
    rows.flatMap((row) => readingsOfRow(row, shapes.get(row.shape) ?? [], wire.base, about(row)));
  const nodes = readingsOf(wire.nodes, (row) => ({ source: 'notification', sourceName: nameOf(wire, row) }));
  const stored = readingsOf(wire.metrics, () => ({ source: 'metrics', sourceName: wire.storeName }));
  const live = { readings: [...nodes, ...stored], sources: sourcesOf(wire) };
  expanded.set(wire, live);
  return live;
}

const nameOf = ({ nodeName }: LiveWire, { id, name }: LiveRow): string => name ?? filled(nodeName, id);

type About = Pick<LiveReading, 'source' | 'sourceName'>;

function readingsOfRow(row: LiveRow, shape: readonly Said[], base: number, about: About): LiveReading[] {
  const apart = new Map(row.apart);
  const figures = row.figures.values();
  return shape.flatMap((said, index): LiveReading[] => {
    const rest = { ...about, host: row.id, at: base + (apart.get(index) ?? row.at), saidAt: null };
    if ('value' in said) return [{ ...said, ...rest }];
    const value = figures.next().value;
    return value === undefined ? [] : [{ ...said, value, ...rest }];
  });
}

function sourcesOf(wire: LiveWire): LiveSource[] {
  const silent = new Set(wire.silent.map(({ id }) => id));
  const well = wire.nodes
    .filter(({ id }) => !silent.has(id))
    .map((row): LiveSource => {
      const said = { hosts: [row.id], answeredAt: wire.base + row.at, trouble: null };
      return { source: 'notification', sourceName: nameOf(wire, row), ...said };
    });
  return [
    ...well,
    ...wire.silent.map(({ id, ...rest }): LiveSource => ({ source: 'notification', hosts: [id], ...rest })),
    ...wire.stores.map(
      ({ others, ...rest }): LiveSource => ({
        source: 'metrics',
        hosts: others === null ? null : [...wire.metrics.map(({ id }) => id), ...others],
        ...rest,
      }),
    ),
  ];
}
