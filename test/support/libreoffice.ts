/**
 * LibreOffice without a screen, for tests: conversion, with a hard recalculation of every formula unless the stored
 * values are what is asked for.
 */
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeWith } from "./describe-with";
import { programPath } from "./programs";

/** Path of the program; undefined where this machine has none. `SOFFICE` names another one. */
export function sofficePath(): string | undefined {
  return programPath(process.env["SOFFICE"], ["soffice"]);
}

/** `describe` for tests that need the program. */
export const withLibreOffice = describeWith("LibreOffice", sofficePath());

const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/**
 * Converts files in one run of the program.
 * @param files content by name, e.g. "a.xlsx"; names differ in more than their ending
 * @param format as soffice names it: "pdf", "fods", "xlsx"
 * @param formulas a plain conversion reads the stored values back and proves nothing of a formula
 * @returns content by the name with the new ending
 */
export function convert(
  files: ReadonlyMap<string, Uint8Array>,
  format: string,
  formulas: "recalculated" | "stored" = "recalculated",
): ReadonlyMap<string, Uint8Array> {
  const soffice = sofficePath();
  if (soffice === undefined) throw new Error("LibreOffice is missing");
  const folder = mkdtempSync(join(tmpdir(), "hengbiao-lo-"));
  try {
    const profile = join(folder, "profile");
    mkdirSync(join(profile, "user"), { recursive: true });
    if (formulas === "recalculated")
      writeFileSync(join(profile, "user", "registrymodifications.xcu"), ALWAYS_RECALCULATE);
    const paths = [...files].map(([name, content]) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    });
    const arguments_ = [
      `-env:UserInstallation=file://${profile}`,
      "--headless",
      "--convert-to",
      format,
      "--outdir",
    ];
    execFileSync(soffice, [...arguments_, join(folder, "out"), ...paths], {
      stdio: "pipe",
      timeout: 120_000 + 20_000 * files.size,
    });
    const extension = format.split(":")[0] ?? format;
    return new Map(
      [...files.keys()].map((name) => {
        const converted = name.replace(/\.[^.]*$/, `.${extension}`);
        return [converted, new Uint8Array(readFileSync(join(folder, "out", converted)))];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The recalculated values of every sheet: sheet name → A1 name → what flat ODS stores (a number in full, or text).
 * @param fods content of a .fods file
 */
export function odsValues(fods: Uint8Array): ReadonlyMap<string, ReadonlyMap<string, string>> {
  // A chart brings a table of its own along.
  const text = new TextDecoder().decode(fods).replaceAll(/<draw:frame\b[\s\S]*?<\/draw:frame>/g, "");
  const sheets = new Map<string, ReadonlyMap<string, string>>();
  for (const [, name = "", table = ""] of text.matchAll(
    /<table:table table:name="([^"]*)"([\s\S]*?)<\/table:table>/g,
  )) {
    sheets.set(name.replaceAll("&quot;", '"').replaceAll("&amp;", "&"), tableValues(table));
  }
  return sheets;
}

function tableValues(table: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  let row = 0;
  for (const [, attributes = "", content = ""] of table.matchAll(
    /<table:table-row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-row>)/g,
  )) {
    let column = 0;
    for (const [, tag = "", inner = ""] of content.matchAll(
      /<table:(?:covered-)?table-cell\b([^>]*?)(?:\/>|>([\s\S]*?)<\/table:(?:covered-)?table-cell>)/g,
    )) {
      const value =
        /office:value="([^"]*)"/.exec(tag)?.[1] ??
        [...inner.matchAll(/<text:p>([\s\S]*?)<\/text:p>/g)].map(([, line]) => line).join("\n");
      if (value !== "") values.set(`${letters(column)}${row + 1}`, value);
      column += Number(/number-columns-repeated="(\d+)"/.exec(tag)?.[1] ?? 1);
    }
    row += Number(/number-rows-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1);
  }
  return values;
}

function letters(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}

/**
 * What the program reads in each cell of each sheet, by way of CSV: numbers in full, texts in quotes.
 * @param files content by name
 * @param filter import filter where the program cannot tell the format by itself
 * @returns file name without ending → sheet name → A1 name → field as written
 */
export function csvOf(
  files: ReadonlyMap<string, Uint8Array>,
  filter?: string,
): ReadonlyMap<string, ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const soffice = sofficePath();
  if (soffice === undefined) throw new Error("LibreOffice is missing");
  const folder = mkdtempSync(join(tmpdir(), "hengbiao-csv-"));
  try {
    const paths = [...files].map(([name, content]) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    });
    // Comma, double quote, UTF-8, from line 1, no column formats, American dates, quote texts, numbers without quotes, values in
    // full instead of as shown, no formulas, no spaces removed, all sheets.
    const format = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,true,true,false,false,false,-1";
    execFileSync(
      soffice,
      [
        `-env:UserInstallation=file://${join(folder, "profile")}`,
        "--headless",
        ...(filter === undefined ? [] : [`--infilter=${filter}`]),
        "--convert-to",
        format,
        "--outdir",
        join(folder, "out"),
        ...paths,
      ],
      { stdio: "pipe", timeout: 120_000 + 10_000 * files.size },
    );
    const written = existsSync(join(folder, "out")) ? readdirSync(join(folder, "out")) : [];
    return new Map(
      [...files.keys()].map((file) => {
        const name = file.replace(/\.[^.]*$/, "");
        const sheets = written.filter((one) => one.startsWith(`${name}-`) && belongs(one, name, files));
        return [
          name,
          new Map(
            sheets.map((one) => [
              one.slice(name.length + 1, -".csv".length),
              csvCells(readFileSync(join(folder, "out", one), "utf8")),
            ]),
          ),
        ];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** False where the file is another one's whose name begins with this name. */
function belongs(written: string, name: string, files: ReadonlyMap<string, Uint8Array>): boolean {
  return ![...files.keys()]
    .map((file) => file.replace(/\.[^.]*$/, ""))
    .some((other) => other.length > name.length && written.startsWith(`${other}-`));
}

/** A1 name → field, quotes of texts kept; blank ones left out. */
function csvCells(csv: string): Record<string, string> {
  const cells: Record<string, string> = {};
  let row = 0;
  let column = 0;
  for (const [, field = "", end = ""] of csv.matchAll(/("(?:[^"]|"")*"|[^",\n]*)(,|\n|$)/g)) {
    if (field !== "" && field !== '""') cells[`${letters(column)}${row + 1}`] = field;
    if (end === ",") column++;
    else {
      row++;
      column = 0;
    }
  }
  return cells;
}
