# The service on Node 24 LTS. Build from the root of the repository: docker build -f docker/api.Dockerfile -t habeas-api .
FROM node:24-bookworm AS build
WORKDIR /habeas
COPY . .
RUN npm ci --ignore-scripts --no-audit --no-fund \
 && npm rebuild better-sqlite3 \
 && npm run build \
 && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /habeas
COPY --from=build --chown=node:node /habeas /habeas
USER node
VOLUME ["/data"]
EXPOSE 4000
HEALTHCHECK CMD ["node", "-e", "fetch('http://127.0.0.1:4001/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "apps/api/dist/main.js"]
CMD ["--config", "/config/service.yaml"]
