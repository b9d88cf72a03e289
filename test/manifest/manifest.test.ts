/**
 * Our own check of manifest.xml, by the rules of the add-in-only format as we know them. It is not Microsoft's
 * validation, which needs Microsoft's service.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { DOMParser, type Document, type Element } from "@xmldom/xmldom";
import { ACTION_IDS } from "../../src/commands/actions";
import { WANTED_API } from "../../src/hosts/excel/problems";

const APP = "http://schemas.microsoft.com/office/appforoffice/1.1";
const OVERRIDES = "http://schemas.microsoft.com/office/taskpaneappversionoverrides";
const BASIC = "http://schemas.microsoft.com/office/officeappbasictypes/1.0";
const TYPE = "http://www.w3.org/2001/XMLSchema-instance";
const ORDER = [
  "Id",
  "Version",
  "ProviderName",
  "DefaultLocale",
  "DisplayName",
  "Description",
  "IconUrl",
  "HighResolutionIconUrl",
  "SupportUrl",
  "AppDomains",
  "Hosts",
  "Requirements",
  "DefaultSettings",
  "Permissions",
  "VersionOverrides",
];

const text = readFileSync("manifest.xml", "utf8");

function parse(xml: string): Document {
  const complaints: string[] = [];
  const document = new DOMParser({
    onError: (level, message) => complaints.push(`${level}: ${message}`),
  }).parseFromString(xml, "text/xml");
  expect(complaints).toEqual([]);
  return document;
}

const document = parse(text);
const root = document.documentElement as Element;

function elements(name: string, namespace = "*"): readonly Element[] {
  return [...document.getElementsByTagNameNS(namespace, name)];
}

function children(parent: Element): readonly Element[] {
  return [...parent.childNodes].filter((node): node is Element => node.nodeType === 1);
}

function value(name: string): string {
  return (
    children(root)
      .find(({ localName }) => localName === name)
      ?.getAttribute("DefaultValue") ?? ""
  );
}

function content(name: string): string {
  return children(root).find(({ localName }) => localName === name)?.textContent ?? "";
}

function sizeOf(png: string): readonly [number, number] {
  const bytes = readFileSync(png);
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

/** The file of the build behind an address of the manifest. */
function builtFile(address: string): string {
  return join("dist", new URL(address).pathname);
}

const addresses = [...text.matchAll(/(?:DefaultValue|Value)="([a-z]+:\/\/[^"]*)"/g)].map(
  ([, address]) => address ?? "",
);

describe("manifest.xml by our own check", () => {
  test("is an add-in-only manifest of a task pane", () => {
    expect([root.localName, root.namespaceURI]).toEqual(["OfficeApp", APP]);
    expect(root.getAttributeNS(TYPE, "type")).toBe("TaskPaneApp");
  });

  test("has its elements in the format's order", () => {
    const places = children(root).map(({ localName }) => ORDER.indexOf(localName ?? ""));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
  });

  test("has an id, a version and texts of the allowed length", () => {
    expect(content("Id")).toMatch(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i);
    expect(content("Version")).toMatch(/^\d+(?:\.\d+){0,3}$/);
    for (const [name, limit] of [
      ["DisplayName", 125],
      ["Description", 250],
    ] as const) {
      const element = children(root).find(({ localName }) => localName === name);
      const texts = [
        value(name),
        ...(element === undefined ? [] : children(element).map((one) => one.getAttribute("Value") ?? "")),
      ];
      expect(texts).toHaveLength(2);
      for (const one of texts) expect(one.length > 0 && one.length <= limit).toBe(true);
    }
  });

  test("speaks Chinese, and English where Excel does", () => {
    expect(content("DefaultLocale")).toBe("zh-CN");
    const overrides = elements("Override");
    expect(new Set(overrides.map((one) => one.getAttribute("Locale")))).toEqual(new Set(["en-US"]));
    for (const string of elements("String", BASIC)) {
      expect(children(string).map((one) => one.getAttribute("Locale"))).toEqual(["en-US"]);
      expect(string.getAttribute("DefaultValue")).toMatch(/\p{Script=Han}/u);
    }
  });

  test("uses https on one host, and every address leads to a file of the build", () => {
    expect(addresses.length).toBeGreaterThan(5);
    const hosts = new Set(addresses.map((address) => new URL(address).host));
    expect(addresses.filter((address) => !address.startsWith("https://"))).toEqual([]);
    expect([...hosts]).toEqual([new URL(value("IconUrl")).host]);
    expect(addresses.filter((address) => !existsSync(builtFile(address)))).toEqual([]);
  });

  test("opens the pane as the page in Excel", () => {
    const source = elements("SourceLocation", APP)[0]?.getAttribute("DefaultValue") ?? "";
    expect(source.endsWith("/taskpane.html?host=excel")).toBe(true);
  });

  test("has icons of the size that each says", () => {
    expect(sizeOf(builtFile(value("IconUrl")))).toEqual([32, 32]);
    expect(sizeOf(builtFile(value("HighResolutionIconUrl")))).toEqual([64, 64]);
    const images = new Map(
      elements("Image", BASIC)
        .filter((image) => image.getAttribute("id") !== null)
        .map((image) => [image.getAttribute("id"), image.getAttribute("DefaultValue") ?? ""]),
    );
    const icons = elements("Icon", OVERRIDES);
    expect(icons.length).toBe(5);
    for (const icon of icons) {
      const sizes = children(icon).map((image) => Number(image.getAttribute("size")));
      expect(sizes).toEqual([16, 32, 80]);
      for (const image of children(icon)) {
        const size = Number(image.getAttribute("size"));
        expect(sizeOf(builtFile(images.get(image.getAttribute("resid")) ?? ""))).toEqual([size, size]);
      }
    }
  });

  test("names resources that are there once, of the right kind, of the allowed length, and none in vain", () => {
    const kinds: Readonly<Record<string, string>> = {
      Image: "Image",
      Label: "String",
      Title: "String",
      Description: "String",
      SourceLocation: "Url",
      FunctionFile: "Url",
      LearnMoreUrl: "Url",
      Runtime: "Url",
    };
    const resources = ["Image", "Url", "String"].flatMap((kind) =>
      elements(kind, BASIC)
        .filter((one) => one.getAttribute("id") !== null)
        .map((one) => ({ kind, id: one.getAttribute("id") ?? "", element: one })),
    );
    expect(new Set(resources.map(({ id }) => id)).size).toBe(resources.length);
    const used = [...document.getElementsByTagNameNS("*", "*")]
      .filter((one) => one.getAttribute("resid") !== null)
      .map((one) => ({ kind: kinds[one.localName ?? ""], id: one.getAttribute("resid") }));
    for (const { kind, id } of used) {
      expect(resources.filter((one) => one.id === id).map((one) => one.kind)).toEqual([kind]);
    }
    expect(resources.filter(({ id }) => !used.some((one) => one.id === id)).map(({ id }) => id)).toEqual([]);
    for (const { id, kind, element } of resources) {
      expect(id.length).toBeLessThanOrEqual(32);
      if (kind !== "String") continue;
      const short = element.parentNode?.localName === "ShortStrings";
      const texts = [
        element.getAttribute("DefaultValue"),
        ...children(element).map((one) => one.getAttribute("Value")),
      ];
      for (const one of texts) expect((one ?? "").length).toBeLessThanOrEqual(short ? 125 : 250);
    }
  });

  test("is for workbooks, asks for what the code calls and for no more rights than writing the document", () => {
    expect(elements("Host", APP).map((host) => host.getAttribute("Name"))).toEqual(["Workbook"]);
    expect(elements("Host", OVERRIDES).map((host) => host.getAttributeNS(TYPE, "type"))).toEqual([
      "Workbook",
    ]);
    expect(elements("Set").map((set) => [set.getAttribute("Name"), set.getAttribute("MinVersion")])).toEqual([
      ["ExcelApi", WANTED_API],
    ]);
    expect(content("Permissions")).toBe("ReadWriteDocument");
  });

  test("shares one runtime between the ribbon and the pane", () => {
    const host = elements("Host", OVERRIDES)[0];
    const [runtimes] = host === undefined ? [] : children(host);
    expect(runtimes?.localName).toBe("Runtimes");
    const runtime = elements("Runtime")[0];
    expect(runtime?.getAttribute("lifetime")).toBe("long");
    for (const name of ["FunctionFile", "SourceLocation"]) {
      expect(elements(name, OVERRIDES).map((one) => one.getAttribute("resid"))).toEqual([
        runtime?.getAttribute("resid"),
      ]);
    }
  });

  test("has the four buttons, and each calls a function that the code registers", () => {
    const labels = new Map(
      elements("String", BASIC).map((one) => [one.getAttribute("id"), one.getAttribute("DefaultValue")]),
    );
    const label = (one: Element): string | null | undefined =>
      labels.get(
        children(one)
          .find(({ localName }) => localName === "Label")
          ?.getAttribute("resid") ?? "",
      );
    expect(elements("Group").map(label)).toEqual(["绩效自评"]);
    const controls = elements("Control");
    expect(controls.map(label)).toEqual(["打开面板", "一键校验", "插入评分表", "清除标注"]);
    expect(new Set(controls.map((one) => one.getAttribute("id"))).size).toBe(controls.length);
    const names = elements("FunctionName").map((one) => one.textContent);
    const registered: readonly string[] = Object.values(ACTION_IDS);
    expect(names.filter((name) => !registered.includes(name ?? ""))).toEqual([]);
    expect(names).toHaveLength(3);
  });
});

describe("npm run manifest", () => {
  const script = resolve("scripts/write-manifest.mjs");
  const run = (...options: readonly string[]): string =>
    execFileSync(process.execPath, [script, ...options], { encoding: "utf8" });

  test("writes every address under the office's own server and changes nothing else", () => {
    const base = "https://oa.example.cn/tools/hengbiao/";
    const written = run("--base", base);
    expect(written).not.toContain("localhost");
    expect(written.replaceAll("https://oa.example.cn/tools/hengbiao/", "https://localhost:3000/")).toBe(text);
    expect(written).toContain('"https://oa.example.cn/tools/hengbiao/taskpane.html?host=excel"');
  });

  test.each(["http://oa.example.cn", "oa.example.cn", "https://oa.example.cn/?a=1"])(
    "refuses %s with a sentence and writes nothing",
    (base) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [script, "--base", base], {
        encoding: "utf8",
      });
      expect(status).toBe(2);
      expect(stdout).toBe("");
      expect(stderr).toMatch(/https/);
    },
  );
});

describe("Office.js beside the pane", () => {
  test.each(["office.js", "excel-win32-16.01.js", "excel-web-16.00.js", "zh-cn/office_strings.js"])(
    "%s is Microsoft's file, byte for byte",
    (name) => {
      const ours = readFileSync(join("dist/office", name));
      expect(ours.equals(readFileSync(join("node_modules/@microsoft/office-js/dist", name)))).toBe(true);
    },
  );
});
