# The bot in production: web, jobs or both. There is nothing to build: Node runs the TypeScript as it is.
FROM node:24-trixie-slim
ENV NODE_ENV=production

WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No install scripts: the only one is that of the `node` package, which would bring a second Node.js (120 MB).
# Optional packages stay, for sharp's engine is one; but the embedded MongoDB is not ours to pass on, and not needed here.
RUN npm ci --omit=dev --ignore-scripts \
  && rm -rf node_modules/@0q \
  && npm cache clean --force

COPY LICENSE ./
COPY flows flows
COPY models models
COPY jobs jobs
COPY rich-menus rich-menus
COPY bot bot

# The files belong to root and nothing here is written to: a read-only root file system is enough.
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Without a shell or npm in between, SIGTERM reaches the program, and turns in hand are finished.
CMD ["node", "bot/main.ts", "web"]
