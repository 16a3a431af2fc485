/**
 * Application tarballs for tests, as large as they are wanted: FluxCD manifest, metadata, real charts and, for the
 * size, a file of noise. Neither the tarball nor the body of its upload is ever held in memory.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip, gzipSync } from 'node:zlib';

export type TarballPlan = {
  name: string;
  version: string;
  /** Names of charts; one called as the application, if left out. */
  charts?: readonly string[];
  namespace?: string;
  /** About how large the tarball becomes; a few KiB without it. */
  sizeBytes?: number;
  /** More lines of `metadata.yaml`. */
  metadata?: string;
  /** A part that is left out, or wrong. */
  broken?: 'metadata' | 'manifest' | 'charts' | 'chart' | 'checksum';
};

type Entry = { path: string; sizeBytes: number; bytes: Iterable<Buffer> };

const BLOCK = 512;
const PIECE = 64 * 1024;

/** Writes a `.tgz` that the platform would take, unless something in it is to be broken. */
export async function writeAppTarball(path: string, plan: TarballPlan): Promise<void> {
  // Noise cannot be compressed, so nothing is: the size comes out as wanted.
  await pipeline(Readable.from(tar(entriesOf(plan))), createGzip({ level: 0 }), createWriteStream(path));
}

/** The JSON body of POST /v1/apps with this tarball, piece by piece. */
export async function* uploadBody(path: string): AsyncGenerator<Buffer> {
  yield Buffer.from(
    `{"tarfile": ${JSON.stringify(basename(path))}, "app_name": "", "app_version": "", "images": false, "binary_data": "`,
  );
  let left: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: PIECE * 12 })) {
    const bytes = Buffer.concat([left, Buffer.from(chunk)]);
    const whole = bytes.length - (bytes.length % 3);
    yield base64(bytes.subarray(0, whole));
    left = bytes.subarray(whole);
  }
  yield base64(left);
  yield Buffer.from('"}');
}

/** The alphabet of Python's urlsafe_b64encode, with its padding. */
function base64(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('base64').replace(/\+/g, '-').replace(/\//g, '_'), 'latin1');
}

function entriesOf(plan: TarballPlan): Entry[] {
  const { name, version, charts = [name], namespace = name, broken, metadata = '', sizeBytes = 0 } = plan;
  const entries: Entry[] = [];
  const text = (path: string, content: string) => entries.push(file(path, Buffer.from(content)));
  if (broken !== 'metadata') {
    text('metadata.yaml', `app_name: ${name}\napp_version: ${version}\nhelm_repo: stx-platform\n${metadata}`);
  }
  if (broken !== 'manifest') {
    text(
      'fluxcd-manifests/kustomization.yaml',
      `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nnamespace: ${namespace}\nresources:\n- base\n${charts.map((chart) => `- ${chart}\n`).join('')}`,
    );
    text(
      'fluxcd-manifests/base/kustomization.yaml',
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n- helmrepository.yaml\n',
    );
    text(
      'fluxcd-manifests/base/helmrepository.yaml',
      'apiVersion: source.toolkit.fluxcd.io/v1\nkind: HelmRepository\nmetadata:\n  name: stx-platform\nspec:\n  url: http://192.168.206.1:8080/helm_charts/stx-platform\n  interval: 60m\n',
    );
    for (const chart of charts) manifestOf(chart, text);
  }
  for (const chart of broken === 'charts' ? [] : charts) {
    const archive = broken === 'chart' ? Buffer.from('no archive') : chartOf(chart);
    entries.push(file(`charts/${chart}-1.0.0.tgz`, archive));
  }
  if (broken === 'charts') text('charts/README', 'Nothing here.\n');
  const sums = entries.map(({ path, bytes }) => {
    const sum = createHash('md5');
    for (const piece of bytes) sum.update(piece);
    return `${broken === 'checksum' ? '0'.repeat(32) : sum.digest('hex')}  ${path}\n`;
  });
  text('checksum.md5', sums.join(''));
  const sofar = entries.reduce((sum, entry) => sum + BLOCK + padded(entry.sizeBytes), 0);
  const filler = Math.max(0, sizeBytes - sofar - 2 * BLOCK);
  if (filler > 0) entries.push({ path: 'files/noise.bin', sizeBytes: filler, bytes: noise(filler) });
  return entries;
}

function manifestOf(chart: string, text: (path: string, content: string) => void): void {
  const directory = `fluxcd-manifests/${chart}`;
  text(
    `${directory}/kustomization.yaml`,
    `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n- helmrelease.yaml\n`,
  );
  text(
    `${directory}/helmrelease.yaml`,
    `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata:\n  name: ${chart}\nspec:\n  releaseName: ${chart}\n  chart:\n    spec:\n      chart: ${chart}\n      version: 1.0.0\n      sourceRef:\n        kind: HelmRepository\n        name: stx-platform\n  interval: 5m\n`,
  );
}

function chartOf(chart: string): Buffer {
  const entries = [
    file(`${chart}/Chart.yaml`, Buffer.from(`apiVersion: v2\nname: ${chart}\nversion: 1.0.0\n`)),
    file(`${chart}/values.yaml`, Buffer.from('replicaCount: 1\n')),
  ];
  return gzipSync(Buffer.concat([...tar(entries)]));
}

function file(path: string, content: Buffer): Entry {
  return { path, sizeBytes: content.length, bytes: [content] };
}

function* noise(sizeBytes: number): Generator<Buffer> {
  const piece = randomBytes(PIECE);
  for (let left = sizeBytes; left > 0; left -= PIECE) yield piece.subarray(0, Math.min(PIECE, left));
}

function* tar(entries: readonly Entry[]): Generator<Buffer> {
  for (const { path, sizeBytes, bytes } of entries) {
    yield headerOf(path, sizeBytes);
    yield* bytes;
    yield Buffer.alloc(padded(sizeBytes) - sizeBytes);
  }
  yield Buffer.alloc(2 * BLOCK);
}

const padded = (bytes: number): number => Math.ceil(bytes / BLOCK) * BLOCK;

/** A ustar header; times are those of 1970, so that the same plan without noise is the same file. */
function headerOf(path: string, sizeBytes: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  header.write(path, 0, 100, 'utf8');
  header.write('0000644\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${sizeBytes.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.fill(' ', 148, 156);
  header.write('0', 156);
  header.write('ustar\x0000', 257, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}
