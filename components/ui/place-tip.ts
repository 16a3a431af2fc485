export type TipSide = 'top' | 'right' | 'bottom' | 'left';
/** In CSS pixels, from the window's top left corner. */
export type Box = { left: number; top: number; width: number; height: number };

const GAP = 6;
const EDGE = 8;
const OPPOSITE: Record<TipSide, TipSide> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' };

/** Where a tip of this size goes: on the wanted side, on the other one where that has no room, never off the window. */
export function placeTip(
  anchor: Box,
  tip: Pick<Box, 'width' | 'height'>,
  wanted: TipSide,
  view: { width: number; height: number },
): { left: number; top: number } {
  const at = (side: TipSide) => {
    const middle = anchor.left + (anchor.width - tip.width) / 2;
    const centre = anchor.top + (anchor.height - tip.height) / 2;
    if (side === 'top') return { left: middle, top: anchor.top - tip.height - GAP };
    if (side === 'bottom') return { left: middle, top: anchor.top + anchor.height + GAP };
    if (side === 'left') return { left: anchor.left - tip.width - GAP, top: centre };
    return { left: anchor.left + anchor.width + GAP, top: centre };
  };
  const fits = ({ left, top }: { left: number; top: number }, side: TipSide) =>
    side === 'top' || side === 'bottom'
      ? top >= EDGE && top + tip.height <= view.height - EDGE
      : left >= EDGE && left + tip.width <= view.width - EDGE;
  const first = at(wanted);
  const second = at(OPPOSITE[wanted]);
  const place = fits(first, wanted) || !fits(second, OPPOSITE[wanted]) ? first : second;
  const within = (value: number, size: number, most: number) =>
    Math.round(Math.max(EDGE, Math.min(value, most - size - EDGE)));
  return { left: within(place.left, tip.width, view.width), top: within(place.top, tip.height, view.height) };
}
