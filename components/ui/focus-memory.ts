/**
 * Where focus should return when a modal closes. A sheet opened from a menu item cannot remember the item, it is gone
 * by then; the button of that menu is what the person used.
 */
let opener: HTMLElement | null = null;

export function rememberOpener(element: HTMLElement | null): void {
  opener = element;
}

/** The element to return to: what had focus, unless that was nothing or has left the page. */
export function returnTarget(before: Element | null): HTMLElement | null {
  if (before instanceof HTMLElement && before !== document.body && before.isConnected) return before;
  return opener?.isConnected ? opener : null;
}
