// Charts of a drawing, as far as the model keeps them: kind, series with their references, title.
import { type Chart, newId } from "../model";
import { attribute, child, children, descendants, type Package } from "./package";
import { parseXml, type XmlElement } from "./xml";

const kinds: Readonly<Record<string, string>> = {
  lineChart: "Line",
  pieChart: "Pie",
  doughnutChart: "Doughnut",
  areaChart: "Area",
  scatterChart: "XYScatter",
  radarChart: "Radar",
};

function chartType(plot: XmlElement): string {
  const name = plot.localName;
  if (name !== "barChart") return kinds[name] ?? name;
  const direction = attribute(child(plot, "barDir"), "val") === "bar" ? "Bar" : "Column";
  const grouping = attribute(child(plot, "grouping"), "val");
  return `${direction}${grouping === "stacked" ? "Stacked" : grouping === "percentStacked" ? "Stacked100" : "Clustered"}`;
}

function reference(series: XmlElement, name: string): string {
  return descendants(child(series, name), "f")[0]?.textContent ?? "";
}

/** The charts that a worksheet part shows. */
export function readCharts(source: Package, part: string): readonly Chart[] {
  return source
    .relations(part)
    .filter((relation) => relation.type === "drawing")
    .flatMap((drawing) => {
      const text = source.text(drawing.target);
      const names = text === undefined ? [] : descendants(parseXml(text), "graphicFrame").map(frameName);
      return source
        .relations(drawing.target)
        .filter((relation) => relation.type === "chart")
        .flatMap((relation, index) => {
          const chart = source.text(relation.target);
          return chart === undefined ? [] : [readChart(chart, names[index] ?? `Chart ${index + 1}`)];
        });
    });
}

function frameName(frame: XmlElement): string {
  return attribute(descendants(frame, "cNvPr")[0], "name") ?? "";
}

function readChart(text: string, name: string): Chart {
  const root = parseXml(text);
  const plot = children(descendants(root, "plotArea")[0]).find((element) => /Chart$/.test(element.localName));
  const title = descendants(child(child(root, "chart"), "title"), "t")
    .map((run) => run.textContent)
    .join("");
  return {
    id: newId(),
    name,
    chartType: plot === undefined ? "Invalid" : chartType(plot),
    series: descendants(plot, "ser").map((series) => ({
      name:
        reference(series, "tx") === ""
          ? (descendants(child(series, "tx"), "v")[0]?.textContent ?? "")
          : `=${reference(series, "tx")}`,
      values: reference(series, "val") || reference(series, "yVal"),
      categories: reference(series, "cat") || reference(series, "xVal"),
      properties: {},
    })),
    properties: title === "" ? {} : { "title/text": title },
  };
}
