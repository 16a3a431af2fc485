'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { faviconHref, prefixedTitle, titlePrefix, worstSeverity } from './title';
import { useTally } from './use-tally';

/**
 * Says the alarms in the tab's title and icon, and moves focus to the heading after a navigation. (Next itself
 * announces the new title to readers.) Renders nothing.
 */
export function Herald() {
  const { counts, stale, capped } = useTally();
  const prefix = titlePrefix(counts, stale, capped);
  const icon = faviconHref(worstSeverity(counts, stale, capped));
  useEffect(() => {
    const apply = () => {
      const title = prefixedTitle(document.title, prefix);
      if (title !== document.title) document.title = title;
      for (const link of document.head.querySelectorAll('link[rel~="icon"]')) {
        if (link.getAttribute('href') !== icon) link.setAttribute('href', icon);
      }
    };
    apply();
    // A navigation writes both anew.
    const observer = new MutationObserver(apply);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [prefix, icon]);
  useHeadingFocus();
  return null;
}

/**
 * A change of path, not of a filter, moves focus to the new heading, as soon as the page has one. A tab that was
 * pressed keeps it, and so does whoever moves on by themselves meanwhile.
 */
function useHeadingFocus(): void {
  const pathname = usePathname();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    if (document.activeElement?.closest('.tabs, .drawer')) return;
    const main = document.getElementById('main');
    if (!main || focusHeading(main)) return;
    const observer = new MutationObserver(() => {
      if (focusHeading(main)) stop();
    });
    const stop = () => {
      observer.disconnect();
      document.removeEventListener('focusin', stop);
    };
    observer.observe(main, { childList: true, subtree: true });
    document.addEventListener('focusin', stop);
    return stop;
  }, [pathname]);
}

function focusHeading(main: HTMLElement): boolean {
  const heading = main.querySelector<HTMLElement>('h1');
  if (!heading) return false;
  if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  return true;
}
