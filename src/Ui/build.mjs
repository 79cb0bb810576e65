// Bundles Assets/ into wwwroot/ as name.hash.ext, each compressible file with its .br and .gz beside it.
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";

const output = new URL("wwwroot/", import.meta.url);
const compressible = /\.(css|js|svg|json)$/;

await rm(output, { recursive: true, force: true });
await mkdir(output);

await build({
  entryPoints: ["store.css", "desk.css", "store.ts", "desk.ts", "passkeys.ts", "theme.ts", "worker.ts", "icon.svg"].map(name => `Assets/${name}`),
  outdir: "wwwroot",
  entryNames: "[name].[hash]",
  assetNames: "[name].[hash]",
  publicPath: "/assets",
  bundle: true,
  minify: true,
  format: "iife",
  target: ["chrome123", "firefox121", "safari17.5"],
  loader: { ".woff2": "file", ".svg": "copy" },
  legalComments: "none",
});

await writeFile(new URL("icons.json", output), JSON.stringify(await icons()));

for (const name of await readdir(output)) {
  if (!compressible.test(name) || name === "icons.json") continue;
  const bytes = await readFile(new URL(name, output));
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  await writeFile(new URL(`${name}.br`, output), brotliCompressSync(bytes, quality));
  await writeFile(new URL(`${name}.gz`, output), gzipSync(bytes, { level: 9 }));
}

// The inner markup of each icon that Assets/icons.txt names: "name" or "our-name = lucide-name".
async function icons() {
  const list = (await readFile("Assets/icons.txt", "utf8")).split("\n").map(line => line.trim()).filter(Boolean);
  const entries = list.map(async line => {
    const [name, source = name] = line.split("=").map(part => part.trim());
    const svg = await readFile(`node_modules/lucide-static/icons/${source}.svg`, "utf8");
    return [name, svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>")).replace(/\s*\n\s*/g, "")];
  });
  return Object.fromEntries(await Promise.all(entries));
}
