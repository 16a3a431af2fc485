import { later } from '@/components/ui/later';

/** The list, with the table's code: fetched when there is one to show, or somebody begins to search. */
export const clockList = later(async () => (await import('./clock-list')).ClockList);

let searching = false;

/** Somebody types into the search above the tree: the list that takes over goes on where they are. */
export function searchGoesOn(): void {
  searching = true;
}

/** Asked once by the list that appears. */
export function takeSearch(): boolean {
  const was = searching;
  searching = false;
  return was;
}
