/** Images and tags as sysinv really listed them (simulator/recordings), and rows with holes. */
import { expect, it } from 'vitest';
import { recorded } from '../test-recordings';
import { decodeImages, decodeTags } from './registry';

const LIST = 'registry_images';

it('images as recorded', () => {
  const { rows, unreadable } = decodeImages(recorded('get-054-get-registry-image.json', LIST));
  expect(unreadable).toEqual([]);
  expect(rows).toContainEqual({ name: 'registry.k8s.io/pause', from: 'registry.k8s.io' });
  expect(rows).toHaveLength(4);
});

it('tags as recorded', () => {
  const file = 'get-349-get-registry-image-image-name-docker-io-library-busybox.json';
  expect(decodeTags(recorded(file, LIST))).toEqual({ rows: ['1.36.1', 'latest'], unreadable: [] });
});

it('a row without what it is about is told, and the rest stands', () => {
  const odd = [{ name: 'a', tag: null }, { tag: '1' }, { name: '' }, null];
  expect(decodeImages(odd)).toMatchObject({ rows: [{ name: 'a' }], unreadable: [{}, {}, {}] });
  expect(decodeTags(odd)).toMatchObject({ rows: ['1'], unreadable: [{}, {}, {}] });
});
