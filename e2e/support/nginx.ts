/**
 * TLS in front of a console: Debian's nginx with the sample of deploy/nginx.conf, a certificate made for this run,
 * and nothing outside a temporary directory. `tsx e2e/support/nginx.ts` serves until SIGTERM.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programPath } from './needs';
import { PORTS } from './ports';

/** The sample with the lines changed that an operator changes, and this run's ports. */
function site(dir: string): string {
  const sample = readFileSync(join(__dirname, '../../deploy/nginx.conf'), 'utf8');
  const changes: [from: RegExp | string, to: string][] = [
    // The block that leads from port 80 to https.
    [/server \{\s+listen 80;[^}]+\}/, ''],
    ['server 127.0.0.1:3000;', `server 127.0.0.1:${PORTS.nginxConsole};`],
    ['listen 443 ssl http2;', `listen 127.0.0.1:${PORTS.nginx} ssl http2;`],
    ['listen [::]:443 ssl http2;', ''],
    ['server_name roost.example.com;', 'server_name 127.0.0.1;'],
    ['/etc/nginx/tls/roost.example.com.crt', join(dir, 'tls.crt')],
    ['/etc/nginx/tls/roost.example.com.key', join(dir, 'tls.key')],
  ];
  return changes.reduce((text, [from, to]) => {
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`deploy/nginx.conf has no ${from}`);
    return changed;
  }, sample);
}

function configuration(dir: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `  ${kind}_temp_path ${dir}/${kind};`)
    .join('\n');
  return `daemon off;
pid ${dir}/nginx.pid;
error_log ${dir}/error.log;
worker_processes 1;
events { worker_connections 256; }
http {
  access_log off;
${temporary}
  include ${dir}/site.conf;
}
`;
}

function makeCertificate(dir: string): void {
  const made = spawnSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1'],
      ...['-addext', 'subjectAltName=IP:127.0.0.1'],
      ...['-keyout', join(dir, 'tls.key'), '-out', join(dir, 'tls.crt')],
    ],
    { encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`openssl: ${made.stderr}`);
}

function main(): void {
  const program = programPath(['nginx']);
  if (!program) throw new Error('nginx is not installed');
  const dir = mkdtempSync(join(tmpdir(), 'roost-nginx-'));
  makeCertificate(dir);
  writeFileSync(join(dir, 'site.conf'), site(dir));
  writeFileSync(join(dir, 'nginx.conf'), configuration(dir));
  const child = spawn(program, ['-p', dir, '-c', join(dir, 'nginx.conf')], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill('SIGTERM'));
  child.once('exit', (code) => {
    rmSync(dir, { recursive: true, force: true });
    process.exit(code ?? 0);
  });
}

main();
