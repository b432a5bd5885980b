# Build with everything, run with what is needed. The tests run these commands as processes (tests/containers).
#
#   docker build --tag parallax .
#   docker run --read-only --volume parallax-data:/data --publish 127.0.0.1:4000:4000 --env PARALLAX_KEY=... parallax
#
# The base is named by its exact version. For builds that are the same to the byte, add the digest that
# `docker buildx imagetools inspect node:24.21.0-bookworm-slim` prints.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /build
# The manifests alone, so that this layer is made again only when a dependency changes.
COPY package.json package-lock.json ./
# No package needs its install script, and npm would start our own build before the sources are here.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24.21.0-bookworm-slim
LABEL org.opencontainers.image.title="Parallax" \
      org.opencontainers.image.description="A self-hosted GraphQL service that shows how different news outlets frame the same event." \
      org.opencontainers.image.version="0.1.0" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.base.name="docker.io/library/node:24.21.0-bookworm-slim"
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 PARALLAX_DATA=/data
WORKDIR /parallax
# Only for the embedded database. A volume mounted here takes over this owner when it is new.
RUN install --directory --owner=1000 --group=1000 --mode=0700 /data
# Everything belongs to root, so that the service cannot change itself. What changes least comes first.
COPY --from=build /build/node_modules ./node_modules
COPY --from=build /build/demo ./demo
COPY --from=build /build/package.json /build/schema.graphql /build/LICENSE ./
COPY --from=build /build/dist ./dist
# The account "node" of the base, as a number, so that it can be checked that it is not root.
USER 1000:1000
EXPOSE 4000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --start-interval=1s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Short-lived objects of large answers fit a larger new space; with the default a nested query costs a third more CPU.
# Node is the first process: it gets the signal itself, drains and ends. It starts threads and no processes, so that there
# is nothing for an init to reap.
CMD ["node", "--max-semi-space-size=64", "dist/src/main.js"]
