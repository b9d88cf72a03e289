// Charts: kind, series with what they read, titles, axes, place. Nothing is drawn.
import { areaText, type Area, fixedReference } from "../address";
import { ExcelFailure, invalidArgument, itemNotFound } from "../failure";
import { type Chart, type ChartSeries, newId } from "../model";
import { colorOf, flagOf, integerOf, isHostObject, isOmitted, numberOf, textOf, wordOf } from "./arguments";
import {
  type Argument,
  call,
  defineClass,
  type HostObject,
  type Json,
  type Member,
  object,
  value,
  type ObjectOf,
} from "./member";
import { areaArgument, rangeTarget } from "./range";
import { type SheetTarget, sheetOf } from "./sheet-target";
import { worksheetObject } from "./worksheet";

interface ChartTarget extends SheetTarget {
  readonly id: string;
}

function chartOf(target: ChartTarget): Chart {
  const found = sheetOf(target).charts.find((chart) => chart.id === target.id);
  if (found === undefined) throw itemNotFound("The chart was deleted.");
  return found;
}

function edit(target: ChartTarget, change: Partial<Chart>): void {
  const own = chartOf(target);
  const sheet = sheetOf(target);
  sheet.charts = sheet.charts.map((chart) => (chart === own ? { ...chart, ...change } : chart));
}

/** A part of a chart whose settings are kept by path. */
interface PartTarget {
  readonly chart: ChartTarget;
  readonly path: string;
}

function setting(
  since: string,
  name: string,
  otherwise: Json,
  parse: (given: Argument) => Json,
): Member<PartTarget> {
  const key = (part: PartTarget): string => `${part.path}${name}`;
  return value(
    since,
    (part) => (chartOf(part.chart).properties[key(part)] as Json | undefined) ?? otherwise,
    (part, given) => store(part.chart, key(part), parse(given)),
  );
}

function store(chart: ChartTarget, key: string, given: Json): void {
  edit(chart, { properties: { ...chartOf(chart).properties, [key]: given } });
}

function ownSetting(
  since: string,
  name: string,
  otherwise: Json,
  parse: (given: Argument) => Json,
): Member<ChartTarget> {
  return value(
    since,
    (chart) => (chartOf(chart).properties[name] as Json | undefined) ?? otherwise,
    (chart, given) => store(chart, name, parse(given)),
  );
}

const fontMembers: Readonly<Record<string, Member<PartTarget>>> = {
  bold: setting("1.1", "bold", false, flagOf),
  color: setting("1.1", "color", "#000000", colorOf),
  italic: setting("1.1", "italic", false, flagOf),
  name: setting("1.1", "name", "Calibri", textOf),
  size: setting("1.1", "size", 10, numberOf),
};
const fontObject: ObjectOf<PartTarget> = defineClass<PartTarget>({
  className: "ChartFont",
  members: fontMembers,
});
const fillObject: ObjectOf<PartTarget> = defineClass<PartTarget>({
  className: "ChartFill",
  members: {
    clear: call("1.1", (part) => store(part.chart, `${part.path}color`, null)),
    setSolidColor: call("1.1", (part, [color]) => store(part.chart, `${part.path}color`, colorOf(color))),
  },
});

const below = (part: PartTarget, step: string): PartTarget => ({ ...part, path: `${part.path}${step}/` });
const fontOf: Member<PartTarget> = object("1.1", (part) => fontObject(below(part, "font")));
const fillOf: Member<PartTarget> = object("1.1", (part) => fillObject(below(part, "fill")));

const titleFormatObject: ObjectOf<PartTarget> = defineClass<PartTarget>({
  className: "ChartTitleFormat",
  members: { font: fontOf, fill: fillOf },
});
const titleObject: ObjectOf<PartTarget> = defineClass<PartTarget>({
  className: "ChartTitle",
  members: {
    text: setting("1.1", "text", "", textOf),
    visible: setting("1.1", "visible", true, flagOf),
    overlay: setting("1.1", "overlay", false, flagOf),
    format: object("1.1", (part) => titleFormatObject(below(part, "format"))),
  },
});

const legendObject: ObjectOf<PartTarget> = defineClass<PartTarget>({
  className: "ChartLegend",
  members: {
    visible: setting("1.1", "visible", true, flagOf),
    overlay: setting("1.1", "overlay", false, flagOf),
    position: setting("1.1", "position", "Right", (given) =>
      wordOf(given, ["Top", "Bottom", "Left", "Right", "Corner", "Custom"]),
    ),
  },
});

const axisTitleObject: ObjectOf<PartTarget> = defineClass<PartTarget>({
  className: "ChartAxisTitle",
  members: { text: setting("1.1", "text", "", textOf), visible: setting("1.1", "visible", true, flagOf) },
});
const gridlinesObject: ObjectOf<PartTarget> = defineClass<PartTarget>({
  className: "ChartGridlines",
  members: { visible: setting("1.1", "visible", true, flagOf) },
});
const axisFormatObject: ObjectOf<PartTarget> = defineClass<PartTarget>({
  className: "ChartAxisFormat",
  members: { font: fontOf },
});
const axisObject: ObjectOf<PartTarget> = defineClass<PartTarget>({
  className: "ChartAxis",
  members: {
    maximum: setting("1.1", "maximum", 0, numberOf),
    minimum: setting("1.1", "minimum", 0, numberOf),
    majorUnit: setting("1.1", "majorUnit", 0, numberOf),
    numberFormat: setting("1.8", "numberFormat", "General", textOf),
    reversePlotOrder: setting("1.7", "reversePlotOrder", false, flagOf),
    visible: setting("1.7", "visible", true, flagOf),
    format: object("1.1", (part) => axisFormatObject(below(part, "format"))),
    majorGridlines: object("1.1", (part) => gridlinesObject(below(part, "majorGridlines"))),
    minorGridlines: object("1.1", (part) => gridlinesObject(below(part, "minorGridlines"))),
    title: object("1.1", (part) => axisTitleObject(below(part, "title"))),
  },
});
const axesObject: ObjectOf<PartTarget> = defineClass<PartTarget>({
  className: "ChartAxes",
  members: {
    categoryAxis: object("1.1", (part) => axisObject(below(part, "categoryAxis"))),
    valueAxis: object("1.1", (part) => axisObject(below(part, "valueAxis"))),
  },
});

const labelsObject: ObjectOf<PartTarget> = defineClass<PartTarget>({
  className: "ChartDataLabels",
  members: {
    showValue: setting("1.1", "showValue", true, flagOf),
    showSeriesName: setting("1.1", "showSeriesName", false, flagOf),
    showCategoryName: setting("1.1", "showCategoryName", false, flagOf),
    showPercentage: setting("1.1", "showPercentage", false, flagOf),
    numberFormat: setting("1.8", "numberFormat", "General", textOf),
    position: setting("1.1", "position", "None", textOf),
  },
});

interface SeriesTarget {
  readonly chart: ChartTarget;
  readonly index: number;
}

function seriesOf(target: SeriesTarget): ChartSeries {
  const found = chartOf(target.chart).series[target.index];
  if (found === undefined) throw itemNotFound("The series was deleted.");
  return found;
}

function editSeries(target: SeriesTarget, change: Partial<ChartSeries>): void {
  seriesOf(target);
  edit(target.chart, {
    series: chartOf(target.chart).series.map((series, index) =>
      index === target.index ? { ...series, ...change } : series,
    ),
  });
}

function seriesSetting(
  since: string,
  name: string,
  otherwise: Json,
  parse: (given: Argument) => Json,
): Member<SeriesTarget> {
  return value(
    since,
    (target) => (seriesOf(target).properties[name] as Json | undefined) ?? otherwise,
    (target, given) =>
      editSeries(target, { properties: { ...seriesOf(target).properties, [name]: parse(given) } }),
  );
}

function sourceText(argument: Argument | undefined): string {
  const target = rangeTarget(argument);
  return fixedReference(sheetOf(target).name, target.area);
}

const seriesFormatObject: ObjectOf<SeriesTarget> = defineClass<SeriesTarget>({
  className: "ChartSeriesFormat",
  members: {
    fill: object("1.1", (target) =>
      fillObject({ chart: target.chart, path: `series/${target.index}/format/fill/` }),
    ),
  },
});
const seriesObject: ObjectOf<SeriesTarget> = defineClass<SeriesTarget>({
  className: "ChartSeries",
  members: {
    name: value(
      "1.1",
      (target) => seriesOf(target).name,
      (target, name) => editSeries(target, { name: textOf(name) }),
    ),
    chartType: seriesSetting("1.7", "chartType", null, textOf),
    hasDataLabels: seriesSetting("1.7", "hasDataLabels", false, flagOf),
    gapWidth: seriesSetting("1.7", "gapWidth", 150, integerOf),
    overlap: seriesSetting("1.8", "overlap", 0, integerOf),
    dataLabels: object("1.8", (target) =>
      labelsObject({ chart: target.chart, path: `series/${target.index}/dataLabels/` }),
    ),
    format: object("1.1", (target) => seriesFormatObject(target)),
    setValues: call("1.7", (target, [range]) => editSeries(target, { values: sourceText(range) })),
    setXAxisValues: call("1.7", (target, [range]) => editSeries(target, { categories: sourceText(range) })),
    delete: call("1.7", (target) => {
      seriesOf(target);
      edit(target.chart, {
        series: chartOf(target.chart).series.filter((_, index) => index !== target.index),
      });
    }),
  },
});
const seriesCollectionObject: ObjectOf<ChartTarget> = defineClass<ChartTarget>({
  className: "ChartSeriesCollection",
  items: (chart) => chartOf(chart).series.map((_, index) => seriesObject({ chart, index })),
  members: {
    count: value("1.1", (chart) => chartOf(chart).series.length),
    getCount: call("1.4", (chart) => chartOf(chart).series.length),
    getItemAt: object("1.1", (chart, [index]) => {
      seriesOf({ chart, index: integerOf(index) });
      return seriesObject({ chart, index: integerOf(index) });
    }),
    add: object("1.7", (chart, [name]) => {
      const series: ChartSeries = {
        name: isOmitted(name) ? "" : textOf(name),
        values: "",
        categories: "",
        properties: {},
      };
      edit(chart, { series: [...chartOf(chart).series, series] });
      return seriesObject({ chart, index: chartOf(chart).series.length - 1 });
    }),
  },
});

const areaFormatObject: ObjectOf<PartTarget> = defineClass<PartTarget>({
  className: "ChartAreaFormat",
  members: { font: fontOf, fill: fillOf },
});

const chartObject: ObjectOf<ChartTarget> = defineClass<ChartTarget>({
  className: "Chart",
  identity: (target) => ({ Id: chartOf(target).id }),
  members: {
    id: value("1.7", (target) => chartOf(target).id),
    name: value(
      "1.1",
      (target) => chartOf(target).name,
      (target, name) => edit(target, { name: textOf(name) }),
    ),
    chartType: value(
      "1.7",
      (target) => chartOf(target).chartType,
      (target, type) => edit(target, { chartType: textOf(type) }),
    ),
    top: ownSetting("1.1", "top", 0, numberOf),
    left: ownSetting("1.1", "left", 0, numberOf),
    width: ownSetting("1.1", "width", 360, numberOf),
    height: ownSetting("1.1", "height", 216, numberOf),
    axes: object("1.1", (chart) => axesObject({ chart, path: "axes/" })),
    dataLabels: object("1.1", (chart) => labelsObject({ chart, path: "dataLabels/" })),
    format: object("1.1", (chart) => areaFormatObject({ chart, path: "format/" })),
    legend: object("1.1", (chart) => legendObject({ chart, path: "legend/" })),
    series: object("1.1", (chart) => seriesCollectionObject(chart)),
    title: object("1.1", (chart) => titleObject({ chart, path: "title/" })),
    worksheet: object("1.2", (chart) => worksheetObject(chart)),
    delete: call("1.1", (target) => {
      const own = chartOf(target);
      sheetOf(target).charts = sheetOf(target).charts.filter((chart) => chart !== own);
    }),
    setData: call("1.1", (target, [source, by]) => edit(target, { series: seriesFrom(source, by) })),
    setPosition: call("1.1", (target, [start, end]) => {
      const first = areaText(areaArgument(target, start));
      store(target, "position", isOmitted(end) ? first : `${first}:${areaText(areaArgument(target, end))}`);
    }),
  },
});

/** The series of one source range: the first column names the categories, the first row the series. */
function seriesFrom(source: Argument | undefined, by: Argument | undefined): readonly ChartSeries[] {
  if (!isHostObject(source) || source.className !== "Range")
    throw invalidArgument("The source of a chart is one range.");
  const target = rangeTarget(source);
  const { area } = target;
  const direction = isOmitted(by) ? "Auto" : wordOf(by, ["Auto", "Columns", "Rows"]);
  const columns = direction === "Columns" || (direction === "Auto" && area.rows >= area.columns);
  const name = sheetOf(target).name;
  const body = (offset: number): Area =>
    columns
      ? { row: area.row + 1, column: area.column + offset, rows: Math.max(area.rows - 1, 1), columns: 1 }
      : { row: area.row + offset, column: area.column + 1, rows: 1, columns: Math.max(area.columns - 1, 1) };
  const label = (offset: number): Area =>
    columns
      ? { row: area.row, column: area.column + offset, rows: 1, columns: 1 }
      : { row: area.row + offset, column: area.column, rows: 1, columns: 1 };
  const count = (columns ? area.columns : area.rows) - 1;
  return Array.from({ length: Math.max(count, 1) }, (_, index) => ({
    name: `=${fixedReference(name, label(count < 1 ? 0 : index + 1))}`,
    values: fixedReference(name, body(count < 1 ? 0 : index + 1)),
    categories: count < 1 ? "" : fixedReference(name, body(0)),
    properties: {},
  }));
}

function named(target: SheetTarget, key: Argument | undefined): Chart | undefined {
  const text = textOf(key);
  return sheetOf(target).charts.find(
    (chart) => chart.id === text || chart.name.toLowerCase() === text.toLowerCase(),
  );
}

function objectOf(target: SheetTarget, chart: Chart): HostObject {
  return chartObject({ workbook: target.workbook, sheetId: target.sheetId, id: chart.id });
}

function found(target: SheetTarget, chart: Chart | undefined): HostObject {
  if (chart === undefined) throw itemNotFound("There is no such chart.");
  return objectOf(target, chart);
}

export const chartsObject: ObjectOf<SheetTarget> = defineClass<SheetTarget>({
  className: "ChartCollection",
  items: (target) => sheetOf(target).charts.map((chart) => objectOf(target, chart)),
  index: (target, key) => found(target, named(target, key)),
  members: {
    count: value("1.1", (target) => sheetOf(target).charts.length),
    getCount: call("1.4", (target) => sheetOf(target).charts.length),
    add: object("1.1", (target, [type, source, by]) => {
      const sheet = sheetOf(target);
      if (sheet.protection !== undefined && sheet.protection["allowEditObjects"] !== true) {
        throw new ExcelFailure("AccessDenied", "The sheet is protected.", 401);
      }
      const chart: Chart = {
        id: newId(),
        name: `Chart ${sheet.charts.length + 1}`,
        chartType: textOf(type),
        series: seriesFrom(source, by),
        properties: {},
      };
      sheet.charts = [...sheet.charts, chart];
      return objectOf(target, chart);
    }),
    getItem: object("1.1", (target, [name]) => found(target, named(target, name))),
    getItemAt: object("1.1", (target, [index]) => found(target, sheetOf(target).charts[integerOf(index)])),
    getItemOrNullObject: object("1.4", (target, [name]) => {
      const chart = named(target, name);
      return chart === undefined ? null : objectOf(target, chart);
    }),
  },
});
