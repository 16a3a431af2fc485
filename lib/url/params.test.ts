import { describe, expect, it } from 'vitest';
import { listOf, oneOf, readParams, readSearch, textParam, writeParams } from './params';

const PARAMS = {
  q: textParam.withDefault(''),
  kind: oneOf(['log', 'set']),
  hosts: listOf(textParam).withDefault([]),
};
const read = (query: string) => readParams(PARAMS, new URLSearchParams(query));

describe('parameters of an address', () => {
  it.each([
    ['', { q: '', kind: null, hosts: [] }],
    ['q=a+b&kind=set&hosts=x,y', { q: 'a b', kind: 'set', hosts: ['x', 'y'] }],
    ['kind=nonsense&other=1', { q: '', kind: null, hosts: [] }],
    ['hosts=a%252Cb,c', { q: '', kind: null, hosts: ['a,b', 'c'] }],
  ])('%j', (query, values) => expect(read(query)).toEqual(values));

  it('come back as they were written, and are not written when they say nothing', () => {
    expect(writeParams(PARAMS, { q: 'x', kind: 'log', hosts: ['a,b', 'c'] })).toEqual({
      q: 'x',
      kind: 'log',
      hosts: 'a%2Cb,c',
    });
    expect(writeParams(PARAMS, { q: '', kind: null, hosts: [] })).toEqual({
      q: null,
      kind: null,
      hosts: null,
    });
    expect(writeParams(PARAMS, { kind: 'set' })).toEqual({ kind: 'set' });
  });

  it('are read on the server from what Next gives a page', async () => {
    const search = Promise.resolve({ q: ['first', 'second'], kind: 'log', hosts: undefined });
    expect(await readSearch(PARAMS, search)).toEqual({ q: 'first', kind: 'log', hosts: [] });
  });
});
