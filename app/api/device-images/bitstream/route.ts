import { imageParams, takeImage } from '@/lib/server/device-image-upload';
import { answerUpload } from '@/lib/server/upload-route';

/** A device image as it is (application/octet-stream), streamed to the platform. The query says what it is and what it is for. */
export const POST = (request: Request): Promise<Response> =>
  answerUpload(request, {
    params: imageParams,
    told: (query) => ({
      file: query.get('file'),
      type: query.get('type'),
      vendorId: query.get('vendorId'),
      deviceId: query.get('deviceId'),
      bitstreamId: query.get('bitstreamId'),
      keySignature: query.get('keySignature'),
      revokeKeyId: query.get('revokeKeyId'),
      bmc: query.get('bmc') === 'true',
      retimerIncluded: query.get('retimerIncluded') === 'true',
      name: query.get('name'),
      description: query.get('description'),
      version: query.get('version'),
    }),
    take: takeImage,
  });
