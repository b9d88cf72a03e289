/** The chart of a sheet of ours. Its name tells that it is ours and which cells it reads. */
import { areaName, cellName } from "../../core/workbook/address";
import type { ChartModel, SheetModel } from "../../core/sheets/model";
import type { SheetImage } from "./image";

const NAME = "hengbiao";
const COLOURS = ["#B4C7E7", "#2F5597"];

export function chartName({ source }: ChartModel): string {
  return `${NAME} ${areaName(source)}`;
}

/** Ours by name, or by the title where another program wrote it. */
export function ownCharts(image: SheetImage, title: string): SheetImage["charts"] {
  return image.charts.filter((chart) => chart.name.startsWith(`${NAME} `) || chart.title === title);
}

/** True where our chart stands and reads the cells that the model wants: then it stays as the officer has it. */
export function chartStands(image: SheetImage, model: SheetModel, chart: ChartModel): boolean {
  const { top, left } = chart.source;
  const corner = model.rows[top]?.cells[left]?.value;
  const label = corner?.kind === "text" ? corner.text : "";
  return (
    ownCharts(image, chart.title).some(({ name }) => name === chartName(chart)) &&
    image.values[top]?.[left] === label
  );
}

export function addChart(sheet: Excel.Worksheet, model: ChartModel): void {
  const { source, place } = model;
  const chart = sheet.charts.add("BarClustered", sheet.getRange(areaName(source)), "Columns");
  chart.name = chartName(model);
  chart.title.text = model.title;
  chart.title.format.font.size = 11;
  chart.title.format.font.bold = false;
  chart.legend.position = "Bottom";
  chart.axes.categoryAxis.reversePlotOrder = true;
  chart.axes.valueAxis.minimum = 0;
  for (let index = 0; index < source.right - source.left; index += 1) {
    const series = chart.series.getItemAt(index);
    series.hasDataLabels = true;
    series.gapWidth = 60;
    series.format.fill.setSolidColor(COLOURS[index % COLOURS.length] ?? "#2F5597");
  }
  chart.setPosition(
    cellName({ row: place.top, column: place.left }),
    cellName({ row: place.bottom, column: place.right }),
  );
}
