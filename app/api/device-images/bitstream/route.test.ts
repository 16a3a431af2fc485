/** A device image through the console, against the embedded platform over real HTTP: what is sent, refused, and written down. */
import { describe, expect, it, vi } from 'vitest';
import { benchOfWrites } from '@/e2e/support/writes-bench';

const { POST } = await import('./route');

const bench = benchOfWrites('configurator');
vi.stubEnv('ROOST_UPLOAD_MAX_MB', '1');
const OWN = {
  ...{ 'x-roost-request': '1', origin: 'http://127.0.0.1:3000' },
  'content-type': 'application/octet-stream',
};
const BITS = Buffer.alloc(300_000, 7);
const FUNCTIONAL = {
  file: 'fec.bin',
  type: 'functional',
  vendorId: '8086',
  deviceId: '0b30',
  bitstreamId: '0x1',
};

async function upload(query: Record<string, string>, bytes = BITS.length, body?: ReadableStream<Uint8Array>) {
  const init: RequestInit & { duplex: 'half' } = {
    ...{ method: 'POST', duplex: 'half', body: body ?? new Uint8Array(BITS) },
    headers: { ...OWN, 'content-length': String(bytes) },
  };
  const url = `http://127.0.0.1:3000/api/device-images/bitstream?${new URLSearchParams(query)}`;
  const answer = await POST(new Request(url, init));
  const told: { name?: string; error?: { message: string; service?: string } } = await answer.json();
  return { status: answer.status, body: told };
}

async function imagesNow() {
  const { readView } = await import('@/lib/server/views');
  const { value } = await readView(bench.session(), 'deviceImages', {}, true);
  return value?.data.images ?? [];
}

describe('a device image of a browser', () => {
  it('is handed on to the platform, and written down without what is in it', async () => {
    const { status, body } = await upload({
      ...FUNCTIONAL,
      name: 'fec-2',
      bmc: 'true',
      description: 'größer',
    });
    expect(status).toBe(202);
    expect(await imagesNow()).toContainEqual(
      expect.objectContaining({
        ...{ id: body.name, name: 'fec-2', type: 'functional', bitstreamId: '0x1', description: 'größer' },
        ...{ bmc: true, retimerIncluded: false, appliedTo: [] },
      }),
    );
    expect(bench.written).toHaveLength(1);
    expect(bench.written[0]).toMatchObject({
      ...{ action: 'device-image.upload', target: 'fec-2', outcome: 'ok' },
      details: {
        ...{ imageFile: 'fec.bin', imageBytes: '300000', imageType: 'functional' },
        ...{ pciDevice: '8086:0b30', bitstreamId: '0x1' },
      },
    });
  });

  it('is refused in the words that the platform says with status 200', async () => {
    const { status, body } = await upload({ ...FUNCTIONAL, vendorId: '80ee', deviceId: 'beef' });
    expect([status, body.error]).toMatchObject([
      409,
      {
        service: 'sysinv',
        message:
          'Invalid PCI vendor/device ID: 80ee beef. Supported vendor ID: 8086 and supported device ID: 0b30',
      },
    ]);
    expect(bench.written[0]).toMatchObject({ action: 'device-image.upload', outcome: 'refused' });
  });

  it.each([
    ['without what its type needs', { ...FUNCTIONAL, type: 'root-key' }, undefined, 400],
    ['of no type', { ...FUNCTIONAL, type: 'other' }, undefined, 400],
    ['from a path', { ...FUNCTIONAL, file: '../fec.bin' }, undefined, 400],
    ['with a line in its name', { ...FUNCTIONAL, name: 'a\r\nb' }, undefined, 400],
    ['larger than the console takes', FUNCTIONAL, 1_000_001, 413],
    ['that is empty', FUNCTIONAL, 0, 413],
  ])('%s is not sent', async (_, query, bytes, status) => {
    expect((await upload(query, bytes)).status).toBe(status);
    expect(await bench.writes('sysinv')).toBe(0);
  });

  it('waits for no other: one at a time, until the first has ended', async () => {
    let end = () => {};
    const whole = new Promise<void>((resolve) => {
      end = resolve;
    });
    const slow = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await whole;
        controller.enqueue(new Uint8Array(BITS));
        controller.close();
      },
    });
    const first = upload(FUNCTIONAL, BITS.length, slow);
    const second = await upload(FUNCTIONAL);
    expect([second.status, second.body.error?.message]).toEqual([429, expect.stringMatching(/under way/)]);
    end();
    expect((await first).status).toBe(202);
    expect((await upload(FUNCTIONAL)).status).toBe(202);
  });

  it('of an operator is refused, and that is written down', async () => {
    bench.signIn('operator');
    expect((await upload(FUNCTIONAL)).status).toBe(403);
    expect(bench.written[0]).toMatchObject({ action: 'device-image.upload', outcome: 'forbidden' });
    expect(await bench.writes('sysinv')).toBe(0);
  });
});
