// Bundles Assets/ into wwwroot/ as name.hash.ext, each compressible file with its .br and .gz beside it.
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build, transform } from "esbuild";

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

await pinStates();

await writeFile(new URL("icons.json", output), JSON.stringify(await icons()));

for (const name of await readdir(output)) {
  if (!compressible.test(name) || name === "icons.json") continue;
  const bytes = await readFile(new URL(name, output));
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  await writeFile(new URL(`${name}.br`, output), brotliCompressSync(bytes, quality));
  await writeFile(new URL(`${name}.gz`, output), gzipSync(bytes, { level: 9 }));
}

// The style page shows states that no pointer makes: the desk's own rules once more, with an attribute in place of :hover, :focus and :active.
async function pinStates() {
  const desk = (await readdir(output)).find(name => /^desk\.\w+\.css$/.test(name));
  const rules = (await readFile(new URL(desk, output), "utf8")).replace(/@font-face\{[^}]*\}/g, "")
    .replace(/:(hover|active|focus)(?:-visible)?(?![\w-])/g, '[data-state~="$1"]');
  const { code } = await transform(await readFile("Assets/pages/design.css", "utf8"), { loader: "css", minify: true, target: "chrome123" });
  const hash = createHash("sha256").update(rules + code).digest("hex").slice(0, 8).toUpperCase();
  await writeFile(new URL(`design.${hash}.css`, output), rules + code);
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
