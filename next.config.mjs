// Next's settings: what the server bundle leaves to Node, and the headers every page carries.

/** Packages that must be loaded by Node itself (native code or own module loading), not bundled. */
const SERVER_PACKAGES = ['pg', 'pg-boss', 'pino', 'postgres'];

/** @type {import('next').NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: SERVER_PACKAGES,
};

export default nextConfig;
