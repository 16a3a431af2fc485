import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

/** Rows of a sheet under one line that opens. */
export function FoldedRows({
  icon,
  title,
  children,
}: {
  icon: ReactNode;
  title: string;
  children: ReactNode;
}) {
  return (
    <li className="border-line border-t">
      <details className="group/fold">
        <summary className="flex list-none items-center gap-2.5 py-[7px] outline-offset-[-2px] hover:bg-hover max-md:min-h-11 [&::-webkit-details-marker]:hidden">
          <span className="flex-none text-ink-2">{icon}</span>
          <span className="flex-1">{title}</span>
          <ChevronRight
            size={14}
            strokeWidth={1.75}
            aria-hidden
            className="flex-none text-ink-3 group-open/fold:rotate-90"
          />
        </summary>
        <ul className="pl-[26px]">{children}</ul>
      </details>
    </li>
  );
}
