import { Button, type ButtonProps } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { waitText } from './use-countdown';

/**
 * The form's one button. While a wait runs it stays in place and counts down; the note above says why, so there
 * is no tooltip to cover a field when Enter is pressed too early.
 */
export function SubmitButton({
  label,
  left,
  ...rest
}: Omit<ButtonProps, 'type' | 'children' | 'variant'> & { label: string; left: number }) {
  if (left === 0) {
    return (
      <Button {...rest} type="submit" variant="primary">
        {label}
      </Button>
    );
  }
  return (
    <button type="submit" aria-disabled data-off="" className={buttonClass('primary', rest.size)}>
      <span>
        {label}, in <span className="num">{waitText(left)}</span>
      </span>
    </button>
  );
}
