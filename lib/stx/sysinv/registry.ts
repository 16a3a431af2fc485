/** The registry of containers: sysinv `/v1/registry_image` (api/controllers/v1/registry_image.py). */
import 'server-only';
import { z } from 'zod';
import { type ImageTags, imageOf, type RegistryImages, tagName } from '@/lib/domain/registry/image';
import type { RegistryCall } from '@/lib/domain/registry/registry-calls';
import { ok, type Result } from '@/lib/domain/result';
import { ask, type Connection, collect } from '../connection';
import { readRows } from '../decode';

const imageWire = z.object({ name: z.string().min(1) });
const tagWire = z.object({ tag: z.string().min(1) });

export const decodeImages = (rows: readonly unknown[]) =>
  readRows(rows, imageWire, ({ name }) => imageOf(name), ['name']);

export const decodeTags = (rows: readonly unknown[]) => readRows(rows, tagWire, ({ tag }) => tag, ['tag']);

const list = (connection: Connection, query: Record<string, string> = {}) =>
  collect(connection, '/registry_image', 'registry_images', query);

/** Names alone: with tags the platform would ask its registry once for each image. */
export async function listImages(connection: Connection): Promise<Result<RegistryImages>> {
  const raw = await list(connection);
  if (!raw.ok) return raw;
  const { rows, unreadable } = decodeImages(raw.data);
  return ok({ images: rows, unreadable });
}

/** @param image its name, without a tag */
export async function listTags(connection: Connection, image: string): Promise<Result<ImageTags>> {
  const raw = await list(connection, { image_name: image });
  if (!raw.ok) return raw;
  const { rows, unreadable } = decodeTags(raw.data);
  return ok({ tags: rows, unreadable });
}

/** Carries out a call. Collecting garbage has only begun when the platform answers. */
export async function sendRegistryCall(connection: Connection, call: RegistryCall): Promise<Result<null>> {
  const answer = await (call.do === 'delete-tag'
    ? ask(connection, 'sysinv', '/registry_image', {
        ...{ method: 'DELETE', query: { image_name_and_tag: tagName(call.image, call.tag) } },
      })
    : ask(connection, 'sysinv', '/registry_image', {
        ...{ method: 'POST', query: { garbage_collect: 'True' }, body: {} },
      }));
  return answer.ok ? ok(null) : answer;
}
