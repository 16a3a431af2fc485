/**
 * A path of this console out of what an address bar may hold, or the start page. Refuses whatever a browser
 * could read as another origin: `//host`, `/\host`, a scheme, a tab or line break that browsers drop.
 */
export function safePath(given: string | null | undefined): string {
  if (!given || given.length > 2000) return '/';
  if (!given.startsWith('/') || /^\/[/\\]/.test(given)) return '/';
  if (hasControl(given) || given.includes('\\')) return '/';
  // The base is a name nobody can own; anything that resolves off it was not a path.
  const base = 'http://roost.invalid';
  let url: URL;
  try {
    url = new URL(given, base);
  } catch {
    return '/';
  }
  if (url.origin !== base) return '/';
  // Resolving `/..//host` leaves `//host`, which is another origin for whoever follows it next.
  const path = `${url.pathname}${url.search}${url.hash}`;
  if (path.startsWith('//')) return '/';
  // Back to the log-in page or into the API makes no sense after signing in.
  return /^\/(login|password|api)(\/|\?|#|$)/.test(path) ? '/' : path;
}

function hasControl(text: string): boolean {
  for (const character of text) if (character < ' ' || character === '\u007f') return true;
  return false;
}
