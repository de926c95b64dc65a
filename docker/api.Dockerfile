# The service on Node 24 LTS. Build from the root of the repository: docker build -f docker/api.Dockerfile -t habeas-api .
FROM node:24-bookworm AS build
WORKDIR /habeas
COPY . .
# Without install scripts but for the one addon that has to be compiled; then without what only building and testing need.
RUN npm ci --ignore-scripts --no-audit --no-fund \
 && npm rebuild better-sqlite3 \
 && npm run build \
 && npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
 && rm -rf .git .ci .turbo node_modules/.cache docs docker \
 && find apps packages connectors -maxdepth 2 -type d \( -name src -o -name test -o -name scripts \) -exec rm -rf {} +

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /habeas
COPY --from=build /habeas /habeas
# The code belongs to root and is only read; what the service writes is in its volumes.
RUN mkdir -p /data /keys /config && chown node:node /data /keys
USER node
VOLUME ["/data", "/keys"]
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=6 CMD ["node", "-e", "fetch('http://127.0.0.1:4001/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--max-semi-space-size=8", "apps/api/dist/main.js"]
CMD ["--config", "/config/service.yaml"]
