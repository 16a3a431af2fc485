/** Labels as they come out of a printer: sheets of A4, or one label a page. */

import { type Host, hostName } from '@/lib/domain/host';
import { numbered } from '@/lib/format/numbered';
import { hostHref } from '../host-identity';
import type { SheetFormat } from './labels-params';
import { QrCode } from './qr-code';
import './labels.css';

/** Labels of a sheet. */
export const PER_SHEET: Record<SheetFormat, number> = { 24: 24, 21: 21, 8: 8, single: 1 };

/** `null`: one to be filled in by hand. */
export type LabelOf = Host | null;

type Props = {
  labels: readonly LabelOf[];
  format: SheetFormat;
  /** Place of the first one, from 1. */
  start: number;
  /** Where people reach this console, without a slash at its end. */
  origin: string;
};

export function LabelSheets({ labels, format, start, origin }: Props) {
  const each = PER_SHEET[format];
  const skipped = Math.min(start, each) - 1;
  const places = [...Array.from({ length: skipped }, () => undefined), ...labels];
  const sheets = Array.from({ length: Math.ceil(places.length / each) }, (_, at) =>
    places.slice(at * each, (at + 1) * each),
  );
  return (
    <section aria-label="Labels" className="label-sheets" data-format={format}>
      {numbered(sheets).map(({ number: page, item: sheet }) => (
        <ul key={page} className="label-sheet" aria-label={`Sheet ${page}`}>
          {numbered(sheet).map(({ number, item: label }) =>
            label === undefined ? (
              <li key={number} className="label-used" aria-hidden />
            ) : (
              <Label key={label?.id ?? number} host={label} origin={origin} />
            ),
          )}
        </ul>
      ))}
    </section>
  );
}

function Label({ host, origin }: { host: LabelOf; origin: string }) {
  const facts = [
    ['Serial', host?.serial],
    ['MAC', host?.mgmtMac],
    ['Place', host?.location],
  ] as const;
  return (
    <li className="label">
      <QrCode text={`${origin}${host ? hostHref(host) : '/hosts/add'}`} className="label-qr" />
      <div className="label-words">
        {host ? (
          <strong className="label-name">{hostName(host)}</strong>
        ) : (
          <span className="label-line">Host</span>
        )}
        <dl>
          {facts.map(([term, value]) => (
            <div key={term} className={host ? 'label-fact' : 'label-fact label-line'}>
              <dt>{term}</dt>
              <dd>{host ? (value ?? 'unknown') : ''}</dd>
            </div>
          ))}
        </dl>
      </div>
    </li>
  );
}
