import { macNotations } from '../mac';
import type { Lanes } from './lanes';

/** Boxes that hold every word of a text: parts of a name, a MAC however it is written, `vlan 204`. Nothing hits nothing. */
export function searchLanes(lanes: Lanes, text: string): string[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean).map(macNotations);
  if (words.length === 0) return [];
  return lanes.nodes
    .filter(({ find }) => words.every((forms) => forms.some((form) => find.includes(form))))
    .map(({ key }) => key);
}
