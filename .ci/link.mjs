// Divides the program into a first and a later part, and takes out of both what nothing calls.
//
// Usage: node link.mjs LINKED DIST. LINKED is the program as rustc linked it, with its relocations. Of what trunk made
// of it, which works undivided only, the script and the program are replaced; `later.wasm` is added beside them.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const [linked, dist] = process.argv.slice(2);
const name = basename(linked, ".wasm");
const script = join(dist, `${name}.js`);
const first = join(dist, `${name}_bg.wasm`);
const later = join(dist, "later.wasm");
const ENTRY = ["start", "add_details", "default"];

const run = (program, ...given) => execFileSync(program, given, { stdio: ["ignore", "ignore", "inherit"] });
/** A text with a pattern replaced, which must be there. */
const changed = (text, pattern, by) => {
  const result = text.replace(pattern, by);
  if (result === text) throw new Error(`${pattern} is not where it was: look at what the tools write now`);
  return result;
};

const work = mkdtempSync(join(tmpdir(), "link-"));
try {
  run("wasm-split-cli", linked, work, "--out-name", name, "--target", "web");
  run("wasm-bindgen", join(work, `${name}.wasm`), "--target", "web", "--out-dir", work, "--out-name", name,
    "--keep-lld-exports", "--no-typescript");

  // The script: bundled from what boot.js calls, so that three stream classes of a library go, which would keep their
  // methods alive in the program; for that, two things that look like effects must be known to be none.
  const glue = join(work, `${name}.js`);
  writeFileSync(glue, changed(changed(readFileSync(glue, "utf8"), /^if \(Symbol\.dispose\).*$/gm, ""),
    /new FinalizationRegistry\(/g, "/* @__PURE__ */ new FinalizationRegistry("));
  // The loader of the later part: under its own name, and also from a host that does not know what .wasm is, which
  // the first part does not ask either.
  const loader = join(work, "__wasm_split.js");
  writeFileSync(loader, changed(changed(readFileSync(loader, "utf8"), "./split_later.wasm", "./later.wasm"),
    "WebAssembly.instantiateStreaming(src, imports)", "WebAssembly.instantiate(await (await src).arrayBuffer(), imports)"));
  const entry = join(work, "entry.js");
  writeFileSync(entry, `export { ${ENTRY.join(", ")} } from "./${name}.js";`);
  run("esbuild", entry, "--bundle", "--minify", "--format=esm", "--target=es2022,safari16", "--allow-overwrite",
    `--outfile=${script}`, "--log-level=warning");

  // The first part: exports that the script does not name are no roots. What the later part takes from the first, the
  // script hands over by name.
  const whole = join(work, `${name}_bg.wasm`);
  const text = readFileSync(script, "utf8");
  const exported = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(whole))).map((one) => one.name);
  const named = exported.filter((one) => one === "memory" || new RegExp(`\\b${one.replaceAll("$", "\\$")}\\b`).test(text));
  const roots = join(work, "roots.json");
  writeFileSync(roots, JSON.stringify([
    { name: "script", root: true, reaches: named },
    ...named.map((one) => ({ name: one, export: one })),
  ]));
  run("wasm-metadce", whole, "--graph-file", roots, "-o", first);
  run("wasm-opt", "-Oz", first, "-o", first);
  run("wasm-opt", "-Oz", join(work, "split_later.wasm"), "-o", later);
} finally {
  rmSync(work, { recursive: true });
}
