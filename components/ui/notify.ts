/** Messages of the desktop, outside the browser's window. */

export type Notice = {
  /** A newer one with the same tag takes its place. */
  tag: string;
  title: string;
  body: string;
  /** Where a click leads. */
  href: string;
};

/** `missing`: this browser has none, or only on https. */
export type Permission = 'granted' | 'denied' | 'default' | 'missing';

/** Why there are none, in a sentence. */
export const NO_NOTICES: Partial<Record<Permission, string>> = {
  denied: 'This browser refuses notifications of this console. Its settings for the site allow them.',
  missing: 'This browser has no notifications here: they need https.',
};

export const permission = (): Permission =>
  typeof Notification === 'undefined' || !window.isSecureContext ? 'missing' : Notification.permission;

/** Asks the person, through the browser. Must be called from a click. */
export async function askPermission(): Promise<Permission> {
  if (permission() !== 'default') return permission();
  return Notification.requestPermission();
}

/** Shows one. @param open leads to its address, in this tab */
export function notify({ tag, title, body, href }: Notice, open: (href: string) => void): void {
  if (permission() !== 'granted') return;
  try {
    const shown = new Notification(title, { tag, body, icon: '/images/favicon-critical.svg' });
    shown.onclick = () => {
      window.focus();
      open(href);
      shown.close();
    };
  } catch {
    // Android's browsers have the name but make no notification without a service worker.
  }
}
