// Takes out of the program what nothing calls: a library of the framework exports three stream classes from the
// program, which keeps them and their promises alive through every optimizer.
//
// Usage: node trim.mjs DIST. Rewrites the one script and the one .wasm that trunk made, in place.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const dist = process.argv[2];
const only = (ending) => {
  const found = readdirSync(dist).filter((name) => name.endsWith(ending));
  if (found.length !== 1) throw new Error(`one ${ending} expected in ${dist}, found ${found.length}`);
  return join(dist, found[0]);
};
const wasm = only("_bg.wasm");
const script = wasm.replace("_bg.wasm", ".js");
const ENTRY = ["start", "add_details", "default"];

// The script first: bundling from what boot.js calls drops the classes, once two things that look like effects are
// known to be none.
const glue = readFileSync(script, "utf8")
  .replace(/^if \(Symbol\.dispose\).*$/gm, "")
  .replaceAll("new FinalizationRegistry(", "/* @__PURE__ */ new FinalizationRegistry(");
writeFileSync(script, glue);
const entry = join(dist, "entry.js");
writeFileSync(entry, `export { ${ENTRY.join(", ")} } from ${JSON.stringify(`./${script.split("/").pop()}`)};`);
execFileSync("esbuild", [entry, "--bundle", "--minify", "--format=esm", "--target=es2022,safari16", "--allow-overwrite",
  `--outfile=${script}`, "--log-level=warning"]);
rmSync(entry);

// Then the program: exports that the script no longer names are no roots.
const text = readFileSync(script, "utf8");
const exported = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(wasm))).map((one) => one.name);
const named = exported.filter((name) => name === "memory" || new RegExp(`\\b${name.replaceAll("$", "\\$")}\\b`).test(text));
const graph = [
  { name: "script", root: true, reaches: named },
  ...named.map((name) => ({ name, export: name })),
];
const roots = join(dist, "roots.json");
writeFileSync(roots, JSON.stringify(graph));
execFileSync("wasm-metadce", [wasm, "--graph-file", roots, "-o", wasm], { stdio: ["ignore", "ignore", "inherit"] });
rmSync(roots);
execFileSync("wasm-opt", ["-Oz", wasm, "-o", wasm]);
