/** A new device image: sysinv `POST /v1/device_images` (api/controllers/v1/device_image.py post), a form with one file. */
import 'server-only';
import { z } from 'zod';
import { type ImageUpload, uploadFields } from '@/lib/domain/device/image-upload';
import { fail, ok, type Result } from '@/lib/domain/result';
import { ask, type Connection } from '../../connection';
import { multipartBody } from '../../multipart-body';

export type ImageFile = {
  source: AsyncIterable<Uint8Array>;
  sourceBytes: number;
  idleSeconds: number;
  signal: AbortSignal;
};

/** Refusals come with status 200 too: a sentence in `error`, and no image. */
const answerWire = z.object({
  error: z.string().nullish(),
  device_image: z.object({ uuid: z.string() }).nullish(),
});

/** Sends it while it comes. @returns uuid of the image */
export async function uploadImage(
  connection: Connection,
  upload: ImageUpload,
  { source, sourceBytes, idleSeconds, signal }: ImageFile,
): Promise<Result<string>> {
  const form = multipartBody({
    fields: uploadFields(upload),
    file: { key: 'file', name: upload.file, type: 'application/octet-stream' },
    ...{ source, sourceBytes },
  });
  const answer = await ask(connection, 'sysinv', '/device_images', {
    method: 'POST',
    stream: { ...form, idleSeconds, signal },
  });
  return answer.ok ? imageOfAnswer(answer.data.body, connection.requestId) : answer;
}

/** What the answer says: uuid of the image, or the platform's refusal. */
export function imageOfAnswer(body: unknown, requestId: string): Result<string> {
  const told = answerWire.safeParse(body).data;
  const by = { service: 'sysinv', requestId };
  if (told?.error) return fail({ ...by, kind: 'refused', message: told.error });
  return told?.device_image
    ? ok(told.device_image.uuid)
    : fail({ ...by, kind: 'unreadable', message: 'The answer of sysinv cannot be read.' });
}
