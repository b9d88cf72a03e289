// A bare script that only reads the file with SheetJS in dense mode.
const { read } = require("@e965/xlsx");
const { readFileSync } = require("node:fs");

const book = read(readFileSync(process.argv[2]), { dense: true });
if (book.SheetNames.length === 0) process.exitCode = 1;
