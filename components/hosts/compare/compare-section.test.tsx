import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { compare, sideOf } from '@/lib/domain/declarative/compare';
import { treeOfJson } from '@/lib/domain/declarative/tree';
import { CompareSectionPanel } from './compare-section';

const LEFT = { personality: 'worker', console: 'tty0', bootMAC: '08:00:27:00:00:01' };
const RIGHT = { personality: 'worker', console: 'ttyS0', bootMAC: '08:00:27:00:00:02', kernel: '<b>odd</b>' };

function drawn(all: boolean): string {
  const [general] = compare(sideOf('a', treeOfJson(LEFT)), sideOf('b', treeOfJson(RIGHT)));
  if (!general) throw new Error('nothing to compare');
  return renderToStaticMarkup(
    <CompareSectionPanel section={general} names={{ left: 'a', right: 'b' }} all={all} ways={null} />,
  );
}

describe('a section of a comparison', () => {
  it('shows what differs, folds what is expected to, and leaves out what is the same', () => {
    const html = drawn(false);
    expect(html).toContain('2 differences');
    expect(html).toContain('<span>Console</span>');
    expect(html).not.toContain('Personality');
    const [open = '', folded = ''] = html.split('<details');
    expect(open).not.toContain('Boot MAC');
    expect(folded).toContain('<span>Boot MAC</span>');
    expect(folded).toContain('Expected to differ: A MAC address is of one host.');
  });

  it('shows the same as well where everything is asked for, and says what is not set', () => {
    const html = drawn(true);
    expect(html).toContain('<span>Personality</span>');
    expect(html).toContain('not set');
    expect(html).toContain('&lt;b&gt;odd&lt;/b&gt;');
  });
});
