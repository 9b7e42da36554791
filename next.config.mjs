// Next's settings: what the server bundle leaves to Node, and the headers every page carries.

/** Packages that must be loaded by Node itself (native code or own module loading), not bundled. */
const SERVER_PACKAGES = ['pg', 'pg-boss', 'pino', 'postgres'];

/** @type {import('next').NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `next dev` would otherwise write a file of its own into the repository.
  agentRules: false,
  images: { unoptimized: true },
  // Everybody gets the meta tags in the head, before the page: not only the programs that unfold links which Next knows by name.
  htmlLimitedBots: /.*/,
  // Types are checked by `npm run typecheck` and `npm test`; the first start of a fresh clone need not wait for it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: SERVER_PACKAGES,
};

export default nextConfig;
