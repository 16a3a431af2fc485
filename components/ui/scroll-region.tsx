import type { ComponentProps } from 'react';

/**
 * A part that scrolls by itself. It takes focus, for what scrolls must be reachable by keyboard (WCAG 2.1.1), also where
 * nothing inside takes any. Name it with `aria-label` or `aria-labelledby`.
 */
export function ScrollRegion(props: ComponentProps<'section'>) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: see above; the one place where it stands
  return <section tabIndex={0} {...props} />;
}
