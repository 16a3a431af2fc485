/**
 * Word that a read found no session. What is done about it comes after the first load (session-store.ts), and hears
 * then of what it missed.
 */
let listener: (() => void) | undefined;
let missed = false;

/** A read was refused for want of a session. */
export function noteSessionLost(): void {
  if (listener) listener();
  else missed = true;
}

/** One listener: it is told at once when there was word before it came. */
export function onSessionLost(next: () => void): void {
  listener = next;
  if (!missed) return;
  missed = false;
  next();
}
