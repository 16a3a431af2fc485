import { beforeEach, expect, it, vi } from 'vitest';
import { testImageUpload } from '@/lib/domain/device/test-devices';
import { imageUploads, sendImage } from './image-upload';

/** In place of the browser's: what was asked of it, and its end when the test says so. */
class Asked {
  static last: Asked;
  readonly headers: Record<string, string> = {};
  readonly upload: { onprogress: (event: { loaded: number }) => void } = { onprogress: () => {} };
  onload = () => {};
  onerror = () => {};
  onabort = () => {};
  status = 0;
  responseText = '';
  target = '';
  body: unknown;
  constructor() {
    Asked.last = this;
  }
  open(method: string, url: string) {
    this.target = `${method} ${url}`;
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  send(body: unknown) {
    this.body = body;
  }
  abort() {
    this.onabort();
  }
}
const file = new File(['12345678'], 'a b.bin');

beforeEach(() => {
  vi.stubGlobal('XMLHttpRequest', Asked);
  vi.stubGlobal('window', { addEventListener: () => {}, removeEventListener: () => {} });
});

it('is sent as it is, with what was said of it in the address', async () => {
  const end = sendImage(file, testImageUpload({ bmc: true }));
  const { last } = Asked;
  expect(last.target).toBe(
    'POST /api/device-images/bitstream?file=a+b.bin&type=functional&vendorId=8086&deviceId=0b30&bitstreamId=0x2383&bmc=true&name=fec-new',
  );
  expect(last.headers).toEqual({ 'content-type': 'application/octet-stream', 'x-roost-request': '1' });
  expect(last.body).toBe(file);
  last.upload.onprogress({ loaded: 4 });
  expect(imageUploads.sending.get()).toMatchObject({ fileName: 'a b.bin', sentBytes: 4, totalBytes: 8 });
  Object.assign(last, { status: 202, responseText: '{"name":"u1"}' });
  last.onload();
  expect(await end).toEqual({ ok: true, data: 'u1' });
  expect(imageUploads.sending.get()).toBeNull();
});

it('is cancelled, or breaks, without being sent again', async () => {
  const end = sendImage(file, testImageUpload());
  imageUploads.sending.get()?.cancel();
  expect(await end).toEqual({ ok: 'cancelled', wholeSent: false });
  const broken = sendImage(file, testImageUpload());
  Asked.last.onerror();
  expect(await broken).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('Look at the device images before you try again') },
  });
  expect(imageUploads.failed.get()).toMatchObject({ fileName: 'a b.bin' });
});
