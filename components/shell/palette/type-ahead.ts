/**
 * Letters typed between the key that opens the palette and the palette itself, whose code may still be on its way.
 * They are kept for it: on the page beneath, each of them could be a key of its own.
 */
const PATIENCE_MS = 5_000;

let typed = '';
let timer: ReturnType<typeof setTimeout> | undefined;

function take(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Backspace') typed = typed.slice(0, -1);
  else if (event.key.length === 1) typed += event.key;
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** From now on, until the palette takes over; or for as long as one waits for code that never comes. */
export function listenAhead(): void {
  takeAhead();
  window.addEventListener('keydown', take, true);
  timer = setTimeout(takeAhead, PATIENCE_MS);
}

/** What was typed so far; the page has its keys back. */
export function takeAhead(): string {
  window.removeEventListener('keydown', take, true);
  clearTimeout(timer);
  const text = typed;
  typed = '';
  return text;
}
