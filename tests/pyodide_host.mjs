// SPDX-License-Identifier: MIT
// Runs Pyodide under Node.js for test_pyodide.py: node pyodide_host.mjs PYODIDE LIBRARY WORKER PACKAGE
//
// LIBRARY is a wheel, or a folder to import from. WORKER is the Python program that answers the lines of standard input.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [pyodideFolder, library, worker, packageName] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(pyodideFolder, "pyodide.mjs")));
const pyodide = await loadPyodide({ stdout: (line) => console.error(line) });
pyodide.FS.mkdir("/library");
if (library.endsWith(".whl")) {
  pyodide.unpackArchive(new Uint8Array(readFileSync(library)), "wheel", { extractDir: "/library" });
} else {
  pyodide.mountNodeFS("/library", library);
}
// A promise that is rejected when nobody waits for it would end a program.
process.on("unhandledRejection", (error) => {
  console.error("unhandled rejection:", error);
  process.exit(70);
});
pyodide.globals.set("PACKAGE", packageName);
pyodide.globals.set("write_line", (line) => process.stdout.write(line + "\n"));
await pyodide.runPythonAsync(readFileSync(worker, "utf-8"));
const handle = pyodide.globals.get("handle");
createInterface({ input: process.stdin }).on("line", (line) => handle(line)).on("close", () => process.exit(0));
process.stdout.write("ready\n");
