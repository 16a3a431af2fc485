import { describe, expect, it } from 'vitest';
import type { World } from '../../../kernel/world';
import { ask, bodyOf, faultOf } from '../../ask';
import { imagesIn } from '../../devices/rows';
import { gets, worldOf } from '../../network/asking';

const FUNCTIONAL = {
  bitstream_type: 'functional',
  pci_vendor: '8086',
  pci_device: '0b30',
  bitstream_id: '0x2383a62a010504',
};
const ROOT = { ...FUNCTIONAL, bitstream_type: 'root-key', bitstream_id: undefined, key_signature: 'af01' };
const REVOKE = {
  ...FUNCTIONAL,
  bitstream_type: 'key-revocation',
  bitstream_id: undefined,
  revoke_key_id: '12345',
};

function upload(world: World, fields: Record<string, string | undefined>, file: string | null = 'a.bin') {
  const part = (head: string, text: string) =>
    `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${text}\r\n`;
  const texts = Object.entries(fields).flatMap(([name, text]) =>
    text === undefined ? [] : [part(`name="${name}"`, text)],
  );
  const bytes = file === null ? '' : part(`name="file"; filename="${file}"`, 'bytes');
  return ask(world, '/v1/device_images', {
    ...{ method: 'POST', contentType: 'multipart/form-data; boundary=b' },
    body: `${texts.join('')}${bytes}--b--\r\n`,
  });
}

describe('an image that is uploaded', () => {
  it.each<[string, Record<string, string | undefined>, object]>([
    [
      'functional',
      { ...FUNCTIONAL, name: 'fec-2', description: 'größer', image_version: '2' },
      {
        ...{ name: 'fec-2', description: 'größer', image_version: '2', bitstream_id: '0x2383a62a010504' },
        ...{ bmc: false, retimer_included: false, key_signature: null },
      },
    ],
    [
      'of BMC',
      { ...FUNCTIONAL, bmc: 'True', retimer_included: 'yes' },
      { bmc: true, retimer_included: true },
    ],
    ['a root key', ROOT, { key_signature: 'af01', bmc: null, bitstream_id: null }],
    ['a revocation', REVOKE, { revoke_key_id: 12345 }],
  ])('%s is there, and applied to nothing', async (_, fields, columns) => {
    const world = worldOf();
    const reply = await upload(world, fields);
    expect([reply.status, bodyOf(reply)]).toMatchObject([
      200,
      { success: '', error: '', device_image: { ...columns, applied: false } },
    ]);
    expect((await gets(world, 'device_images')).at(-1)).toMatchObject({ ...columns, applied_labels: null });
  });

  it.each<[string, Record<string, string | undefined>]>([
    ['Bitstream type wrong not supported', { ...FUNCTIONAL, bitstream_type: 'wrong' }],
    ['bitstream_id is required for functional bitstream type', { ...FUNCTIONAL, bitstream_id: undefined }],
    ['bitstream_id must be hexadecimal', { ...FUNCTIONAL, bitstream_id: 'xyz' }],
    ['bitstream_id must be hexadecimal', { ...FUNCTIONAL, bitstream_id: '' }],
    ['pci_vendor must be hexadecimal', { ...FUNCTIONAL, pci_vendor: 'intel' }],
    ['key_signature is required for root key bitstream type', { ...ROOT, key_signature: undefined }],
    ['revoke_key_id is required for key revocation bitstream type', { ...REVOKE, revoke_key_id: undefined }],
    ['revoke_key_id must be an integer', { ...REVOKE, revoke_key_id: '-1' }],
    ['bmc option is only applicable to functional image', { ...ROOT, bmc: 'True' }],
    ['Parameter bmc must be a valid bool string', { ...FUNCTIONAL, bmc: 'on' }],
    [
      'retimer_included option is only applicable to functional BMC image',
      { ...REVOKE, retimer_included: 'False' },
    ],
    [
      'retimer_included option is only applicable to functional BMC image',
      { ...FUNCTIONAL, bmc: 'False', retimer_included: 'True' },
    ],
    [
      'Invalid PCI vendor/device ID: 80ee beef. Supported vendor ID: 8086 and supported device ID: 0b30',
      { ...FUNCTIONAL, pci_vendor: '80ee', pci_device: 'beef' },
    ],
    ['uuid must be a valid UUID', { ...FUNCTIONAL, uuid: '1' }],
  ])('is refused with status 200: %s', async (error, fields) => {
    const world = worldOf();
    const before = imagesIn(world).length;
    const reply = await upload(world, fields);
    expect([reply.status, bodyOf(reply).error]).toEqual([200, error]);
    expect(imagesIn(world)).toHaveLength(before);
  });

  it('needs a file, and the role that may configure', async () => {
    const world = worldOf();
    expect(bodyOf(await upload(world, FUNCTIONAL, '')).error).toBe('Error: No file uploaded');
    const without = await upload(world, FUNCTIONAL, null);
    expect([without.status, faultOf(without)]).toEqual([500, "KeyError: 'file'"]);
    const reader = await ask(world, '/v1/device_images', { method: 'POST', body: {}, roles: ['reader'] });
    expect(reader.status).toBe(403);
  });
});
