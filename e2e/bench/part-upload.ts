/** What an upload of a tarball costs the console's memory: it passes through, so 300 MB must not cost more than 30. */
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { writeAppTarball } from '../../simulator/app-tarball';
import type { Figures, Line } from './figures';
import { residentMB } from './process';
import type { Stage } from './stage';
import { rounded } from './stats';
import type { Viewer } from './viewer';

const SIZES_MB = [30, 300] as const;
const LOOK_MS = 100;

type Cost = { growthMB: number; seconds: number };

export async function measureUpload(stage: Stage, figures: Figures): Promise<Line[]> {
  const directory = mkdtempSync(join(tmpdir(), 'roost-bench-upload-'));
  try {
    const viewer = await stage.signIn('admin+upload');
    // The first upload loads the code of all.
    await upload(stage, viewer, directory, 2, 0);
    const rest = residentMB(stage.pid);
    const costs: Cost[] = [];
    for (const size of SIZES_MB) costs.push(await upload(stage, viewer, directory, size, rest));
    const [small, large] = costs.map(({ growthMB }) => growthMB);
    const ratio = (large ?? 0) / Math.max(1, small ?? 0);
    figures.upload = {
      peakGrowthMB: Object.fromEntries(
        SIZES_MB.map((size, at) => [size, rounded(costs[at]?.growthMB ?? 0, 1)]),
      ),
      ratio: rounded(ratio, 2),
    };
    return [
      ...costs.map(({ growthMB, seconds }, at) => ({
        what: `memory of the console, most above that at rest, ${SIZES_MB[at]} MB`,
        figure: `${growthMB.toFixed(1)} MB`,
        remark: `in ${seconds.toFixed(1)} s`,
      })),
      { what: 'ten times the tarball', figure: `${ratio.toFixed(2)} times`, target: 'flat' },
    ];
  } finally {
    rmSync(directory, { recursive: true });
  }
}

async function upload(
  stage: Stage,
  viewer: Viewer,
  directory: string,
  sizeMB: number,
  restMB: number,
): Promise<Cost> {
  const name = `bench-${sizeMB}`;
  const path = join(directory, `${name}.tgz`);
  await writeAppTarball(path, { name, version: '1.0-1', sizeBytes: sizeMB * 1_000_000 });
  let most = restMB;
  const timer = setInterval(() => {
    most = Math.max(most, residentMB(stage.pid));
  }, LOOK_MS);
  const started = performance.now();
  try {
    await send(stage.url, viewer, path, name);
  } finally {
    clearInterval(timer);
  }
  rmSync(path);
  return { growthMB: most - restMB, seconds: (performance.now() - started) / 1_000 };
}

/** As a browser sends it: with its length, and no faster than it is taken. */
async function send(origin: string, viewer: Viewer, path: string, name: string): Promise<void> {
  const outgoing = request(`${origin}/api/applications/tarball?file=${name}.tgz`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': statSync(path).size,
      'x-roost-request': '1',
      origin,
      cookie: viewer
        .cookies()
        .map(({ name: key, value }) => `${key}=${value}`)
        .join('; '),
    },
  });
  const answered = new Promise<string>((resolve, reject) => {
    outgoing.on('error', reject);
    outgoing.on('response', (answer) => {
      let text = `${answer.statusCode} `;
      answer.setEncoding('utf8');
      answer.on('data', (piece: string) => {
        text += piece;
      });
      answer.on('end', () => resolve(text));
    });
  });
  await pipeline(createReadStream(path), outgoing);
  const answer = await answered;
  if (!answer.startsWith('202 ')) throw new Error(`the upload of ${name} was answered ${answer}`);
}
