/**
 * Serves the built pane on this machine: `npm start`, `npm start -- --port 3001`, and for Excel
 * `npm start -- --https` (certificate and key of office-addin-dev-certs, or `--cert FILE --key FILE`).
 */
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer as createHttp } from "node:http";
import { createServer as createHttps } from "node:https";
import { homedir } from "node:os";
import { extname, join, normalize, sep } from "node:path";
import { parseArgs } from "node:util";
import { buildPane, dist } from "./build-pane.mjs";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "text/xml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".md": "text/plain; charset=utf-8",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The page may ask this server alone: nothing of a workbook can leave. Excel's frame may hold it. */
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
  "font-src 'self' data:; worker-src 'self'; base-uri 'none'; form-action 'none'";

/** Answers requests for the files of one folder and nothing else. */
export function serveFolder(folder) {
  return (request, response) => {
    const file = fileOf(folder, request.url ?? "/");
    if (file === undefined) {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" });
      response.end("404\n");
      return;
    }
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "content-length": statSync(file).size,
      "cache-control": "no-cache",
      "content-security-policy": POLICY,
      "x-content-type-options": "nosniff",
    });
    createReadStream(file).pipe(response);
  };
}

function fileOf(folder, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return undefined;
  }
  const file = normalize(join(folder, path === "/" ? "taskpane.html" : path));
  if (!file.startsWith(folder + sep)) return undefined;
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

function credentials({ cert, key }) {
  const folder = join(homedir(), ".office-addin-dev-certs");
  const files = { cert: cert ?? join(folder, "localhost.crt"), key: key ?? join(folder, "localhost.key") };
  for (const file of Object.values(files)) {
    if (existsSync(file)) continue;
    console.error(
      `没有证书文件 ${file}。请先运行 npx office-addin-dev-certs install，或用 --cert 和 --key 指定。\n` +
        `There is no ${file}. Run npx office-addin-dev-certs install first, or name --cert and --key.`,
    );
    process.exit(2);
  }
  return { cert: readFileSync(files.cert), key: readFileSync(files.key) };
}

function main() {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "3000" },
      https: { type: "boolean", default: false },
      cert: { type: "string" },
      key: { type: "string" },
    },
  });
  const secure = values.https || values.cert !== undefined;
  const server = secure
    ? createHttps(credentials(values), serveFolder(dist))
    : createHttp(serveFolder(dist));
  if (buildPane()) console.log("已构建窗格。The pane was built.");
  server.on("error", (error) => {
    console.error(
      error.code === "EADDRINUSE"
        ? `端口 ${values.port} 已被占用，请换一个：npm start -- --port 3001\nPort ${values.port} is in use; take another: npm start -- --port 3001`
        : String(error),
    );
    process.exit(2);
  });
  server.listen(Number(values.port), "localhost", () => {
    const base = `${secure ? "https" : "http"}://localhost:${server.address().port}`;
    console.log(`浏览器窗格 The pane in a browser: ${base}/taskpane.html`);
    if (secure) console.log(`Excel 清单 Manifest for Excel:       npm run manifest -- --base ${base} --out FILE`);
    else console.log("在 Excel 中使用需要 https：npm start -- --https  For Excel use https: npm start -- --https");
    console.log("按 Ctrl+C 结束。Ctrl+C ends it.");
  });
}

if (process.argv[1]?.endsWith("serve.mjs")) main();
