import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const API = `http://127.0.0.1:${process.env.PETINSURE_APP_PORT ?? 8360}`;

export default defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: { tsconfigPaths: true },
  server: {
    host: "127.0.0.1",
    // The API compares Origin with Host, so both have to be its own.
    proxy: { "/api": { target: API, changeOrigin: true, ws: true, headers: { origin: API } } },
  },
  build: {
    // light-dark() in theme.css: browsers of 2024 and later.
    target: ["chrome123", "firefox120", "safari17.5"],
    // A data: URL is not 'self' to the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
  },
  test: { include: ["src/**/*.test.ts"] },
});
