'use client';
/** What was picked and typed of a new image, and what would be sent of it. */
import { useState } from 'react';
import type { DeviceFacts } from '@/lib/domain/device/device-rules';
import {
  fileFault,
  type ImageType,
  type ImageUpload,
  imageTargets,
  N3000,
  UPLOAD_FIELDS,
  type UploadField,
  uploadFaults,
} from '@/lib/domain/device/image-upload';

/** The choice for a device that is not listed. */
export const ANOTHER = 'another';

const EMPTY = {
  ...{ target: `${N3000.vendorId}:${N3000.deviceId}`, vendorId: '', deviceId: '' },
  ...{ bitstreamId: '', keySignature: '', revokeKeyId: '', bmc: false, retimerIncluded: false },
  ...{ name: '', description: '', version: '' },
};
export type ImageTexts = typeof EMPTY;

const WORDS: Record<UploadField, string> = {
  ...{ file: 'File', vendorId: 'PCI vendor', deviceId: 'PCI device', bitstreamId: 'Bitstream ID' },
  ...{ keySignature: 'Key signature', revokeKeyId: 'ID of the key', retimerIncluded: 'Retimer firmware' },
  ...{ name: 'Name', description: 'Description', version: 'Version' },
};

export function useImageForm(facts: DeviceFacts, mostMb: number) {
  const [file, pick] = useState<File | null>(null);
  const [type, setType] = useState<ImageType | null>(null);
  const [texts, setTexts] = useState(EMPTY);
  const targets = imageTargets(facts.images.images).map((target) => ({
    ...target,
    /** Of the host that the sheet was opened from. */
    here: facts.devices.filter(
      (one) => one.vendorId === target.vendorId && one.deviceId?.toLowerCase() === target.deviceId,
    ).length,
  }));
  const upload = type === null ? null : uploadOf(file, type, texts);
  const faults = upload ? uploadFaults(upload) : {};
  const wrongFile = file ? fileFault(file, mostMb) : null;
  return {
    ...{ file, pick, type, setType, texts, targets, upload, wrongFile },
    set: (changes: Partial<ImageTexts>) => setTexts((before) => ({ ...before, ...changes })),
    /** Beside the field, once there is something in it. */
    faultOf: (field: keyof typeof faults & keyof ImageTexts): string | null =>
      texts[field] === '' ? null : (faults[field] ?? null),
    gap: !file ? 'Pick a file' : (wrongFile ?? (type === null ? 'Choose what it is' : firstOf(faults))),
    dirty: file !== null || type !== null || JSON.stringify(texts) !== JSON.stringify(EMPTY),
  };
}
export type ImageForm = ReturnType<typeof useImageForm>;

function firstOf(faults: Partial<Record<UploadField, string>>): string | null {
  for (const field of UPLOAD_FIELDS) {
    const why = faults[field];
    if (why !== undefined) return `${WORDS[field]}: ${why.charAt(0).toLowerCase()}${why.slice(1)}`;
  }
  return null;
}

const given = (text: string): string | null => text.trim() || null;

/** What another type needs is kept in the form, and not sent. */
function uploadOf(file: File | null, type: ImageType, texts: ImageTexts): ImageUpload {
  const [vendorId = '', deviceId = ''] =
    texts.target === ANOTHER ? [texts.vendorId, texts.deviceId] : texts.target.split(':');
  const functional = type === 'functional';
  const bmc = functional && texts.bmc;
  return {
    ...{ file: file?.name ?? '', type },
    // The platform compares them as texts, in small letters.
    ...{ vendorId: vendorId.trim().toLowerCase(), deviceId: deviceId.trim().toLowerCase() },
    bitstreamId: functional ? given(texts.bitstreamId) : null,
    keySignature: type === 'root-key' ? given(texts.keySignature) : null,
    revokeKeyId: type === 'key-revocation' ? given(texts.revokeKeyId) : null,
    ...{ bmc, retimerIncluded: bmc && texts.retimerIncluded },
    ...{ name: given(texts.name), description: given(texts.description), version: given(texts.version) },
  };
}
