import { clsx } from 'clsx';
import type { ReactNode } from 'react';

type Props = {
  icon: ReactNode;
  title: ReactNode;
  detail?: ReactNode;
  /** Who said so: sysinv, fm … */
  source?: string;
  /** The platform's own check, for those who want to look it up. */
  sourceTitle?: string;
  strong?: boolean;
  action?: ReactNode;
  /** Takes the focus when the sheet opens. */
  autoFocus?: boolean;
};

/** One line of a sheet: a check, an effect, a host. */
export function SheetRow(props: Props) {
  const { icon, title, detail, source, sourceTitle, strong = false, action, autoFocus = false } = props;
  return (
    <li
      className="flex items-start gap-2.5 border-t border-line py-[7px] outline-offset-2 max-md:flex-wrap"
      {...(autoFocus ? { tabIndex: -1, 'data-autofocus': '' } : {})}
    >
      <span className="flex-none pt-px text-ink-2">{icon}</span>
      <span className="flex min-w-0 flex-1 flex-col gap-px">
        <span className={clsx('[overflow-wrap:anywhere]', strong && 'font-semibold')}>{title}</span>
        {detail && <span className="text-small text-ink-2 [overflow-wrap:anywhere]">{detail}</span>}
      </span>
      {action && (
        <span className="flex-none self-center max-md:order-last max-md:basis-full max-md:pl-[26px]">
          {action}
        </span>
      )}
      {source && (
        <span
          className="w-16 flex-none pt-px text-right max-md:w-auto text-micro text-ink-3"
          title={sourceTitle}
        >
          {source}
        </span>
      )}
    </li>
  );
}
