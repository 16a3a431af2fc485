/** @type {import('next').NextConfig} */
module.exports = {
  output: process.env.STANDALONE ? 'standalone' : undefined,
  distDir: process.env.ROOST_DIST_DIR || '.next',
  poweredByHeader: false,
  agentRules: false,
  images: { unoptimized: true },
  // `next dev` would print the arguments of every server action, the password of a board controller among them.
  logging: { serverFunctions: false },
  // The embedded simulator is never part of a production build; nor is anything the server can require at run time.
  serverExternalPackages: ['kysely', 'libsql', 'pg', 'pino', 'prom-client', 'undici'],
  experimental: {
    // Next's own CommonJS modules without the exports that nothing uses.
    turbopackCjsTreeShaking: true,
    // Few large scripts for each page: what stands in one script is compressed together (docs/bench.md).
    turbopackChunking: {
      minChunkSize: 2_000_000,
      maxMergeChunkSize: 20_000_000,
      requestCost: 2_000_000,
      maxChunkCountPerGroup: 4,
    },
  },
};
