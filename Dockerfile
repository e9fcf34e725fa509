# syntax=docker/dockerfile:1

# Debian, not Alpine: sharp and its codecs are tested on glibc.
FROM node:20.20-bookworm-slim AS base
ENV NEXT_TELEMETRY_DISABLED=1
WORKDIR /app

FROM base AS deps
COPY package.json package-lock.json .npmrc ./
# With optional dependencies: the compiled parts of sharp and Next are among them.
RUN --mount=type=cache,target=/root/.npm npm ci

FROM deps AS sources
COPY . .

# Needs no database and no secret: the build gets placeholders (scripts/application/buildEnvironment.ts), and the settings
# are read when the server starts. One image serves every installation.
FROM sources AS builder
RUN npm run build

# One-shot work beside the server, with the sources: migrations, reference data, the first administrator.
FROM sources AS migrate
ENV ATRIUM_DATA_DIR=/tmp/atrium
USER node
CMD ["npm", "run", "db:migrate"]

FROM base AS runner
# Without this condition Lexical's node build deadlocks Node 20's module loader. HOSTNAME is the address to listen on.
ENV NODE_ENV=production \
    NODE_OPTIONS="--no-deprecation --conditions=production" \
    HOSTNAME=0.0.0.0 \
    PORT=3000 \
    MEDIA_DIR=/data/media \
    OUTBOX_DIR=/data/outbox
RUN mkdir /data && chown node:node /data
# `npm run build` has put .next/static and public beside the server. Owned by root: the server cannot change itself.
COPY --from=builder /app/.next/standalone ./
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/live`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.js"]
