/** Types of alarms as fault management catalogues them, and what hiding one means. FM `/v1/event_suppression`. */
import { SEVERITIES, type Severity } from './alarm';
import type { UnreadableRow } from './host';

export type AlarmType = {
  /** Uuid of the row: what a change is addressed to. */
  id: string;
  /** Catalogue id, e.g. `100.119`. */
  alarmId: string;
  /** What alarms of this type say, one entry per wording the catalogue has. Never empty. */
  says: TypeWording[];
  /** The platform keeps 254 characters: whatever stood behind them is not known. */
  cut: boolean;
  /** Hidden, everywhere and for everyone, until somebody undoes it. */
  suppressed: boolean;
};

/** `severity` where the catalogue has one wording per severity. */
export type TypeWording = { severity: Severity | null; text: string };

export type AlarmTypeList = { types: AlarmType[]; unreadable: UnreadableRow[] };

const CUT = / ?\.\.\.$/;

/**
 * The catalogue's text as sentences. It holds line breaks and indents, alternatives parted by a line `OR`, and for
 * some ids a Python dictionary of severities; past 254 characters it ends in ` ...`.
 */
export function readDescription(raw: string): Pick<AlarmType, 'says' | 'cut'> {
  const text = raw.trim();
  const cut = CUT.test(text);
  const whole = text.replace(CUT, '');
  const says = text.startsWith('{') ? bySeverity(whole) : byAlternative(whole);
  return { says: says.length > 0 ? says : [{ severity: null, text: 'No description' }], cut };
}

/** `{'major': 'NTP …', 'minor': "NTP …"}`; the last value may have lost its end, and its quote with it. */
function bySeverity(text: string): TypeWording[] {
  const pairs = /'(\w+)':\s*(?:'((?:[^'\\]|\\.)*)|"((?:[^"\\]|\\.)*))/g;
  return [...text.matchAll(pairs)].flatMap(([, word, single, double]) => {
    const severity = SEVERITIES.find((each) => each === word) ?? null;
    const said = oneLine(single ?? double ?? '');
    return said === '' ? [] : [{ severity, text: said }];
  });
}

const byAlternative = (text: string): TypeWording[] =>
  text
    .split(/^[ \t]*OR[ \t]*$/m)
    .map(oneLine)
    .filter((said) => said !== '')
    .map((said) => ({ severity: null, text: said }));

/** Lines as one: thresholds as a list, an entity before its sentence with a colon. */
function oneLine(text: string): string {
  const lines = text
    .split(/\n|\\n/)
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '');
  return lines
    .reduce((said, line, index) => {
      if (index === 0) return line;
      if (/^(CRITICAL|MAJOR|MINOR|WARNING)( @|$)/.test(line)) return `${said}, ${line}`;
      return /^[\w-]+=\S+$/.test(said) ? `${said}: ${line}` : `${said} ${line}`;
    }, '')
    .replace(/ ([.,])(?= |$|,)/g, '$1')
    .replace(/\.,/g, ',');
}

/** The wordings in one line, for a cell and for searching. */
export function typeText({ says, cut }: Pick<AlarmType, 'says' | 'cut'>): string {
  const text = says
    .map(({ severity, text }) => (severity ? `${severity}: ${text}` : text))
    .join(says.some(({ severity }) => severity) ? '; ' : ' or ');
  return cut ? `${text} …` : text;
}

/**
 * Ids that tell how clocks stand (the only ones: starlingx monitoring, collectd ptp.py and ntpq.py). The console reads
 * alarms with the hidden ones among them, so its clock views do not go blind with the operators.
 */
export const TIMING_TYPES: readonly string[] = ['100.114', '100.119'];
