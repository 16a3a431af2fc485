import { takeTarball, tarballParams } from '@/lib/server/application-upload';
import { answerUpload } from '@/lib/server/upload-route';

/** An application's tarball as it is (application/octet-stream), streamed to the platform. The query says what it is called. */
export const POST = (request: Request): Promise<Response> =>
  answerUpload(request, {
    params: tarballParams,
    told: (query) => ({
      file: query.get('file'),
      name: query.get('name'),
      version: query.get('version'),
      images: query.get('images') === 'true',
    }),
    take: takeTarball,
  });
