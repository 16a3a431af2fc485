/** Lines of the tree left of a name: what leads past to a later sibling, and how this one hangs on the one above. */
import type { LinkLook, TreeLine } from '@/lib/domain/clock/tree-lines';

/** Pixels from level to level, to the middle of the first glyph, and of a row. */
export const STEP = 26;
export const FIRST = 19;
export const ROW = 42;
const MIDDLE = ROW / 2;

const INKS: Record<LinkLook, string> = {
  solid: 'text-series-2',
  broken: 'text-crit-fill',
  unknown: 'text-unk-line',
};
const dash = (look: LinkLook) => (look === 'broken' ? '5 3' : look === 'unknown' ? '2 3' : undefined);
const xOf = (level: number) => FIRST + STEP * (level - 1);

export const guideWidth = ({ level }: Pick<TreeLine, 'level'>): number => xOf(level) + 16;

/** @param below look of the line that leads on to what hangs on this one; null when nothing is shown below */
export function Guides({ line, below }: { line: TreeLine; below: LinkLook | null }) {
  const { level, past, link, last } = line;
  const parent = xOf(level - 1);
  const own = xOf(level);
  return (
    <svg aria-hidden width={guideWidth(line)} height={ROW} className="absolute inset-y-0 left-0">
      {past.map((look, index) => {
        const x = xOf(index + 1);
        return (
          look && (
            <line
              // biome-ignore lint/suspicious/noArrayIndexKey: a place of the picture, never moved
              key={index}
              x1={x}
              x2={x}
              y1="0"
              y2={ROW}
              stroke="currentColor"
              strokeWidth="1.3"
              strokeDasharray={dash(look)}
              className={INKS[look]}
            />
          )
        );
      })}
      {link && (
        <g
          className={INKS[link]}
          fill="none"
          stroke="currentColor"
          strokeWidth={link === 'broken' ? 1.7 : 1.3}
        >
          <path d={`M${parent} 0V${MIDDLE - 5}q0 5 5 5H${own - 11}`} strokeDasharray={dash(link)} />
          {link === 'broken' && (
            <path d={`M${parent - 4} 3l8 8m0-8l-8 8`} className="[stroke-linecap:round]" strokeWidth="2" />
          )}
        </g>
      )}
      {link && !last && (
        <line
          x1={parent}
          x2={parent}
          y1={link === 'broken' ? MIDDLE : 0}
          y2={ROW}
          stroke="currentColor"
          strokeWidth="1.3"
          strokeDasharray={dash(link === 'unknown' ? 'unknown' : 'solid')}
          className={INKS[link === 'unknown' ? 'unknown' : 'solid']}
        />
      )}
      {below && (
        <line
          x1={own}
          x2={own}
          y1={MIDDLE + (level === 1 ? 11 : 9)}
          y2={ROW}
          stroke="currentColor"
          strokeWidth="1.3"
          strokeDasharray={dash(below)}
          className={INKS[below]}
        />
      )}
    </svg>
  );
}
