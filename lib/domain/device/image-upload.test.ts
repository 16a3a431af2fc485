import { describe, expect, it } from 'vitest';
import {
  fileFault,
  hexFault,
  type ImageUpload,
  imageTargets,
  N3000,
  pciIdFault,
  revokeIdFault,
  targetDoubt,
  uploadCli,
  uploadFaults,
  uploadFields,
  uploadTitle,
} from './image-upload';
import { testImage, testImageUpload } from './test-devices';

const upload = (more: Partial<ImageUpload> = {}) => testImageUpload(more);

describe('what the platform takes', () => {
  it.each<[string, Partial<ImageUpload>, object]>([
    ['a functional image', {}, {}],
    ['without a bitstream', { bitstreamId: null }, { bitstreamId: 'Needed for this type' }],
    ['with one that is no number', { bitstreamId: '12 34' }, { bitstreamId: expect.stringMatching(/^Hexa/) }],
    ['a root key', { type: 'root-key', bitstreamId: null, keySignature: 'af01' }, {}],
    ['without its signature', { type: 'root-key' }, { keySignature: 'Needed for this type' }],
    ['a revocation', { type: 'key-revocation', revokeKeyId: '5' }, {}],
    ['without its key', { type: 'key-revocation' }, { revokeKeyId: 'Needed for this type' }],
    ['a retimer without BMC', { retimerIncluded: true }, { retimerIncluded: 'Only a BMC image has it' }],
    ['a BMC image with it', { bmc: true, retimerIncluded: true }, {}],
    [
      'a device that is no id',
      { vendorId: '0x8086', deviceId: 'b30' },
      { vendorId: 'Four hexadecimal digits', deviceId: 'Four hexadecimal digits' },
    ],
    ['no file', { file: '' }, { file: 'Pick a file' }],
    [
      'long words',
      { name: 'a'.repeat(256), description: 'b'.repeat(255) },
      { name: 'At most 255 characters' },
    ],
  ])('%s', (_, more, faults) => expect(uploadFaults(upload(more))).toEqual(faults));

  it.each([
    ['0x2383a62a010504', null],
    ['FF', null],
    ['', 'Needed for this type'],
    ['0x', expect.any(String)],
    ['-1', expect.any(String)],
    ['g', expect.any(String)],
    ['f'.repeat(256), 'At most 255 characters'],
  ])('hexadecimal %j', (text, fault) => expect(hexFault(text)).toEqual(fault));

  it.each([
    ['0', null],
    ['2147483647', null],
    ['2147483648', 'At most 2147483647'],
    ['-1', 'A whole number'],
    ['1.5', 'A whole number'],
    ['', 'Needed for this type'],
  ])('key %j', (text, fault) => expect(revokeIdFault(text)).toBe(fault));

  it('of a file is what the console passes on', () => {
    expect(fileFault({ name: 'a.bin', size: 1_000_000 }, 1)).toBeNull();
    expect(fileFault({ name: 'a.bin', size: 1_000_001 }, 1)).toBe(
      'This console takes images of 1 MB at most',
    );
    expect(fileFault({ name: 'a.bin', size: 0 }, 1)).toBe('The file is empty');
  });
});

it('is for a device of those that are known, without one being listed twice', () => {
  const other = testImage('x', { vendorId: '1234', deviceId: 'ABCD' });
  expect(imageTargets([testImage('fec'), other])).toEqual([N3000, { vendorId: '1234', deviceId: 'abcd' }]);
  expect(imageTargets([testImage('odd', { vendorId: null })])).toEqual([N3000]);
  expect(targetDoubt(N3000)).toBeNull();
  expect(targetDoubt({ vendorId: '1234', deviceId: 'abcd' })).toMatch(/8086:0b30 alone/);
  expect(pciIdFault('0B30')).toBeNull();
});

it('is sent as the command line does, with what was said alone', () => {
  const bmc = upload({ bmc: true, retimerIncluded: true, description: "5G 'FEC'", version: '1.0.2' });
  expect(uploadFields(bmc)).toEqual({
    bitstream_type: 'functional',
    pci_vendor: '8086',
    pci_device: '0b30',
    bitstream_id: '0x2383',
    name: 'fec-new',
    description: "5G 'FEC'",
    image_version: '1.0.2',
    bmc: 'true',
    retimer_included: 'true',
  });
  expect(uploadCli(bmc)).toBe(
    "system device-image-upload './a b.bin' functional 8086 0b30 --bitstream-id 0x2383 --name fec-new --description '5G '\\''FEC'\\''' --image-version 1.0.2 --bmc true --retimer-included true",
  );
  const key = upload({ type: 'root-key', bitstreamId: null, keySignature: 'af', name: null, file: 'k.bin' });
  expect(uploadCli(key)).toBe('system device-image-upload ./k.bin root-key 8086 0b30 --key-signature af');
  expect(uploadTitle(key)).toBe('Upload k.bin: root key image');
});
