/** What a run found: the keys of the JSON, and the lines of the table. Later parts add keys; these stay. */
export type Figures = {
  platformRequestsPerMinute?: { viewers1?: number | null; viewers200?: number | null };
  clocksPage?: {
    /** By number of hosts: what a cold page asks, and how many of these lists come by 2,000 rows. */
    platformRequests: Record<string, number>;
    pagesOf2000: Record<string, number>;
    ratio: Record<string, number | null>;
    ratioWithoutFm: number | null;
    /** By number of viewers who open it at once. */
    platformRequestsOfViewers: Record<string, number>;
    perMinute: Record<string, number | null>;
  };
  hostsPage?: { platformRequests?: number | null; ratio?: Record<string, number | null> };
  readMany?: { p50ms: number | null; p95ms: number | null };
  firstLoadJsKB?: Record<string, number>;
  rssMB?: { rest: number | null; load: number | null };
  filterMs?: number | null;
  alarmsPage?: {
    idleBytesPerMinute: number | null;
    /** In a cloud where hosts are changing, which is asked about more often. */
    withChangingHostsBytesPerMinute: number | null;
    /** Share of what the present GUI sends; 1 would be as much. */
    ofPresentGui: number | null;
    platformRequestsPerMinute: { viewers1?: number | null; viewers200?: number | null };
  };
  flood?: {
    frameMs: Spread;
    longTasks: { count: number; longestMs: number | null; shareOfTime: number | null };
    inputDelayMs: Spread;
    keyToPaintMs: Spread;
    bytesPerMinute: number | null;
    rssMB: number | null;
  };
  events?: {
    rowsInLog: number;
    firstRowMs: number | null;
    platformRequests: number | null;
    wholeRangeMs: number | null;
    rowsRead: number | null;
  };
  /** Of the console's process while a tarball passes through, by its size in MB; and how often the smaller fits in the larger. */
  upload?: { peakGrowthMB: Record<string, number | null>; ratio: number | null };
  /** The console's own store, by kind of database. */
  store?: Partial<Record<'embedded' | 'postgres', StoreFigures>>;
};

type StoreFigures = {
  linesPerSecond: number | null;
  notesPerSecond: number | null;
  longestStopMs: number | null;
  selectionMs: number | null;
  openedMiB: number | null;
  workedMiB: number | null;
  newestMs: number | null;
  textMs: number | null;
  trailMiB: number | null;
};

type Spread = { p50: number | null; p95: number | null; max: number | null };

export type Line = { what: string; figure: string; target?: string; remark?: string };

/** Prints lines as a table, wide enough for what is in it. */
export function printLines(title: string, lines: readonly Line[]): void {
  const width = (pick: (line: Line) => string) => Math.max(...lines.map((line) => pick(line).length));
  const what = width((line) => line.what);
  const figure = width((line) => line.figure);
  const target = width((line) => line.target ?? '');
  console.log(`\n${title}`);
  for (const line of lines) {
    const row = [line.what.padEnd(what), line.figure.padStart(figure), (line.target ?? '').padEnd(target)];
    console.log(`  ${[...row, line.remark ?? ''].join('  ').trimEnd()}`);
  }
}
