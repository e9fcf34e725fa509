import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { withPayload } from '@payloadcms/next/withPayload'

const root = path.dirname(fileURLToPath(import.meta.url))

/** @type {import('next').NextConfig} */
const nextConfig = {
  output: 'standalone',
  poweredByHeader: false,
  reactStrictMode: true,
  // Tenants are hosts of their own, in development too.
  allowedDevOrigins: ['*.localhost'],
  // Strangers choose the paths that are cached: in memory, with a limit, never on the disk.
  cacheMaxMemorySize: 128 * 1024 * 1024,
  experimental: {
    isrFlushToDisk: false,
    // Fixed when the app is built, so this is the largest that MAX_FORM_UPLOAD_BYTES may be, with room for the other fields. What
    // a page may be sent is bounded before Next reads it, see src/server/boundPageBody.ts.
    serverActions: { bodySizeLimit: '102mb' },
    proxyClientMaxBodySize: '102mb',
  },
  // One copy of pg, unbundled: drizzle tells a pool from a client by its class.
  serverExternalPackages: ['pg', 'sharp', 'nodemailer'],
  turbopack: { root },
  // `npm test` checks the types of everything, tests and scripts included; twice would only make the first start slower.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    {
      // Sign-in and editing in a frame of another site would lend it the person's clicks.
      source: '/admin/:path*',
      headers: [
        {
          key: 'Content-Security-Policy',
          value: "frame-ancestors 'self'; object-src 'none'; base-uri 'self'",
        },
      ],
    },
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
      ],
    },
  ],
}

export default withPayload(nextConfig, { devBundleServerPackages: false })
