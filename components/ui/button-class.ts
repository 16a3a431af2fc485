import { clsx } from 'clsx';

export type ButtonVariant = 'default' | 'primary' | 'ghost' | 'danger' | 'danger-solid';
export type ButtonSize = 'default' | 'large';

/** The look of a button, for a link that acts as one (a route's own Link component, a download). */
export function buttonClass(
  variant: ButtonVariant = 'default',
  size: ButtonSize = 'default',
  more?: string,
): string {
  return clsx('btn', variant !== 'default' && `btn-${variant}`, size === 'large' && 'btn-large', more);
}
