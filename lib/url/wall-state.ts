/** What the address of the wallboard says: panels, rotation, theme, least severity. A stranger's word, so checked. */
import { SEVERITIES, type Severity } from '@/lib/domain/alarm';

export const WALL_PANELS = ['overview', 'alarms', 'hosts', 'changes'] as const;
export type WallPanel = (typeof WALL_PANELS)[number];
export type WallTheme = 'dark' | 'light';

export type WallState = {
  panels: readonly WallPanel[];
  /** Seconds for each panel; it does nothing while there is only one. */
  rotate: number;
  theme: WallTheme;
  /** Least severity in the lists. Counts are always of all. */
  floor: Severity;
  /** Sentences about what in the address could not be used, and what is used instead. */
  problems: readonly string[];
};

const ROTATE = { least: 5, most: 3600, usual: 30 };
const KEYS = ['panels', 'rotate', 'theme', 'floor'];

/** Reads the query of the address, as Next gives it. Of what is named twice, the first counts. */
export function readWall(query: Readonly<Record<string, string | string[] | undefined>>): WallState {
  const problems: string[] = [];
  const value = (key: string): string | undefined => {
    const given = query[key];
    return Array.isArray(given) ? given[0] : given;
  };
  for (const key of Object.keys(query)) {
    if (!KEYS.includes(key))
      problems.push(`${quoted(key)} is no setting of this board. It has ${words(KEYS)}.`);
  }
  const oneOf = <T extends string>(key: string, known: readonly T[], usual: T): T => {
    const given = value(key);
    const found = known.find((each) => each === given);
    if (given !== undefined && !found) {
      problems.push(`${key}=${quoted(given)} is not known: ${words(known)}. ${quoted(usual)} is used.`);
    }
    return found ?? usual;
  };
  const rotate = readRotate(value('rotate'), problems);
  return {
    panels: readPanels(value('panels'), rotate !== undefined, problems),
    rotate: rotate ?? ROTATE.usual,
    theme: oneOf('theme', ['dark', 'light'], 'dark'),
    floor: oneOf('floor', SEVERITIES, 'warning'),
    problems,
  };
}

function readRotate(given: string | undefined, problems: string[]): number | undefined {
  if (given === undefined) return undefined;
  const seconds = Number(given);
  if (/^\d{1,4}$/.test(given) && seconds >= ROTATE.least && seconds <= ROTATE.most) return seconds;
  problems.push(
    `rotate=${quoted(given)} is not a number of seconds from ${ROTATE.least} to ${ROTATE.most}. ${ROTATE.usual} is used.`,
  );
  return ROTATE.usual;
}

function readPanels(given: string | undefined, rotating: boolean, problems: string[]): readonly WallPanel[] {
  const usual: readonly WallPanel[] = rotating ? WALL_PANELS : ['overview'];
  if (given === undefined) return usual;
  const asked = given.split(',').map((part) => part.trim());
  const panels = WALL_PANELS.filter((panel) => asked.includes(panel));
  const odd = asked.filter((part) => !WALL_PANELS.some((panel) => panel === part));
  if (odd.length > 0) {
    const instead = panels.length > 0 ? '' : ` ${words(usual)} ${usual.length > 1 ? 'are' : 'is'} used.`;
    problems.push(
      `panels names ${odd.map(quoted).join(', ')}, which is not one of ${words(WALL_PANELS)}.${instead}`,
    );
  }
  // In the order in which they were asked for.
  return panels.length > 0 ? [...panels].sort((a, b) => asked.indexOf(a) - asked.indexOf(b)) : usual;
}

/** Short enough for a board, whatever was typed. */
const quoted = (text: string): string => `“${text.length > 20 ? `${text.slice(0, 20)}…` : text}”`;
const words = (all: readonly string[]): string => all.join(', ');

/** The panel whose turn it is. By the clock, so that boards side by side agree and a reload changes nothing. */
export function panelAt({ panels, rotate }: Pick<WallState, 'panels' | 'rotate'>, now: number): WallPanel {
  const turn = Math.floor(now / (rotate * 1000)) % panels.length;
  return panels[turn] ?? 'overview';
}

/** The address of a board: only what is not usual is named. */
export function wallHref({
  panels,
  rotate,
  theme,
  floor,
}: Pick<WallState, 'panels' | 'rotate' | 'theme' | 'floor'>): string {
  const several = panels.length > 1;
  const parts = [
    several || panels[0] !== 'overview' ? `panels=${panels.join(',')}` : '',
    several ? `rotate=${rotate}` : '',
    theme === 'dark' ? '' : `theme=${theme}`,
    floor === 'warning' ? '' : `floor=${floor}`,
  ].filter(Boolean);
  return parts.length === 0 ? '/wallboard' : `/wallboard?${parts.join('&')}`;
}
