import type { Column } from './column';

/** The class that drops a column on narrow screens. By class and not by script, so that the first paint is right. */
export function hiddenClass(column: Pick<Column<unknown>, 'hideBelow'>, chosen: boolean): string | undefined {
  if (chosen || !column.hideBelow) return undefined;
  return column.hideBelow === 'lg' ? 'max-lg:hidden' : 'max-xl:hidden';
}
