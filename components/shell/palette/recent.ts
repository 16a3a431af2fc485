/** What was opened from the palette in this tab, newest first. The tab's own: another person may sit here tomorrow. */
const KEY = 'roost-lately';
const MOST = 8;

export function recentIds(): readonly string[] {
  try {
    const held: unknown = JSON.parse(window.sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(held) ? held.filter((id): id is string => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberUse(id: string): void {
  try {
    const next = [id, ...recentIds().filter((each) => each !== id)].slice(0, MOST);
    window.sessionStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // Without storage there is no list of what was used lately, and nothing else is missing.
  }
}
