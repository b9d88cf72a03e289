/** A made workbook of the 2021 forms: any number of projects spread over counties, all tables agreeing with them. */
import { SheetBuilder, newStore, workbookOf } from "../src/core/workbook/snapshot.ts";

const SOURCES = ["中央提前批", "中央新增", "自治区", "自治州", "地方政府债券", "县市配套"];
const FORMAT = "#,##0.000_ ";

/**
 * Amounts in thousandths of 万元, so that the totals made here are exact.
 * @param wrong true: in every row of the projects the planned total is 1 万元 too high, and with it their sum
 */
export function makeWorkbook(rows, counties = 100, wrong = false) {
  const store = newStore();
  let seed = 20211130;
  const random = (below) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed % below;
  };
  const names = Array.from({ length: counties }, (_none, index) => `第${index + 1}县`);
  const byCounty = names.map(() => new Array(6).fill(0));
  const spentBy = names.map(() => 0);
  const industry = new Array(6).fill(0);
  const projects = new SheetBuilder("表3项目明细", "visible", store);
  header(projects, ["序号", "县市", "乡镇", "村", "项目名称", "项目类别", ...SOURCES, "计划投入合计", "实际支出", "开工日期", "完工日期", "是否完工", "绩效目标是否申报"]);
  for (let index = 0; index < rows; index += 1) {
    const row = index + 3;
    const county = index % counties;
    const category = index % 3;
    projects.setNumber(row, 0, index + 1);
    projects.setText(row, 1, names[county]);
    projects.setText(row, 2, `第${(index >> 3) % 900}乡`);
    projects.setText(row, 3, `第${index % 31}村`);
    projects.setText(row, 4, `项目${index}`);
    projects.setText(row, 5, ["产业发展", "基础设施", "人居环境"][category]);
    let planned = 0;
    for (let source = 0; source < 6; source += 1) {
      const amount = random(90_000) + 1000;
      planned += amount;
      byCounty[county][source] += amount;
      if (category === 0) industry[source] += amount;
      put(projects, row, 6 + source, amount);
    }
    spentBy[county] += planned;
    put(projects, row, 12, planned + (wrong ? 1000 : 0));
    put(projects, row, 13, planned);
    for (const [column, day] of [[14, 44256 + (index % 90)], [15, 44400 + (index % 90)]]) {
      projects.setNumber(row, column, day);
      projects.setFormat(row, column, "yyyy/m/d");
    }
    projects.setText(row, 16, "是");
    projects.setText(row, 17, "是");
  }
  const sum = (values) => values.reduce((a, b) => a + b, 0);
  const bySource = SOURCES.map((_name, source) => sum(byCounty.map((amounts) => amounts[source])));
  total(projects, rows + 3, 1, [[6, bySource], [12, [sum(spentBy) + (wrong ? 1000 * rows : 0), sum(spentBy)]]]);
  const funds = new SheetBuilder("表1资金投入", "visible", store);
  header(funds, ["序号", "县市", "到位资金合计", ...SOURCES]);
  const execution = new SheetBuilder("表4预算执行", "visible", store);
  header(execution, ["序号", "县市", "预算安排数", "实际支出数", "结转结余数", "预算执行率", "结转原因"]);
  const assets = new SheetBuilder("表5扶贫资产", "visible", store);
  header(assets, ["序号", "县市", "资产实际投入", "资产原值", "资产现值", "到户", "到乡", "到村", "到县"]);
  const people = new SheetBuilder("表7巩固成果", "visible", store);
  header(people, ["序号", "县市", "排查户数", "排查人数", "消除户数", "消除人数"]);
  names.forEach((name, county) => {
    const row = county + 3;
    for (const sheet of [funds, execution, assets, people]) {
      sheet.setNumber(row, 0, county + 1);
      sheet.setText(row, 1, name);
    }
    [sum(byCounty[county]), ...byCounty[county]].forEach((amount, column) => put(funds, row, 2 + column, amount));
    [spentBy[county], spentBy[county], 0].forEach((amount, column) => put(execution, row, 2 + column, amount));
    execution.setNumber(row, 5, 1);
    [4000, 4000, 4000, 1000, 1000, 1000, 1000].forEach((amount, column) => put(assets, row, 2 + column, amount));
    [10, 30, 2, 5].forEach((count, column) => people.setNumber(row, 2 + column, count));
  });
  const last = counties + 3;
  total(funds, last, 1, [[2, [sum(bySource), ...bySource]]]);
  total(execution, last, 1, [[2, [sum(spentBy), sum(spentBy), 0]]]);
  execution.setNumber(last, 5, 1);
  total(assets, last, 1, [[2, [4000, 4000, 4000, 1000, 1000, 1000, 1000].map((amount) => amount * counties)]]);
  people.setText(last, 1, "合计");
  [10, 30, 2, 5].forEach((count, column) => people.setNumber(last, 2 + column, count * counties));
  const batches = new SheetBuilder("表6产业占比", "visible", store);
  header(batches, ["序号", "资金批次", "到位资金", "用于产业项目的资金", "产业占比"]);
  SOURCES.forEach((name, source) => {
    batches.setNumber(source + 3, 0, source + 1);
    batches.setText(source + 3, 1, name);
    put(batches, source + 3, 2, bySource[source]);
    put(batches, source + 3, 3, industry[source]);
    batches.setNumber(source + 3, 4, share(industry[source], bySource[source]));
  });
  total(batches, 9, 1, [[2, [sum(bySource), sum(industry)]]]);
  batches.setNumber(9, 4, share(sum(industry), sum(bySource)));
  const release = new SheetBuilder("表2资金下达", "visible", store);
  header(release, ["序号", "资金层级", "资金名称", "文号", "收到指标文件日期", "下达县市日期", "间隔（天）", "金额"]);
  [["中央", bySource[0] + bySource[1]], ["自治区", bySource[2]], ["自治州", bySource[3]], ["地方政府债券", bySource[4]], ["县市", bySource[5]]].forEach(([level, amount], index) => {
    release.setNumber(index + 3, 0, index + 1);
    release.setText(index + 3, 1, level);
    release.setText(index + 3, 2, `${level}资金`);
    release.setNumber(index + 3, 4, 44200);
    release.setNumber(index + 3, 5, 44203);
    for (const column of [4, 5]) release.setFormat(index + 3, column, "yyyy/m/d");
    release.setNumber(index + 3, 6, 3);
    put(release, index + 3, 7, amount);
  });
  total(release, 8, 1, [[7, [sum(bySource)]]]);
  const problems = new SheetBuilder("表8问题整改", "visible", store);
  header(problems, ["序号", "问题来源", "发现问题数", "已整改数", "整改完成率", "备注"]);
  [["审计", 7, 7], ["督查", 6, 6]].forEach(([name, found, mended], index) => {
    problems.setNumber(index + 3, 0, index + 1);
    problems.setText(index + 3, 1, name);
    problems.setNumber(index + 3, 2, found);
    problems.setNumber(index + 3, 3, mended);
    problems.setNumber(index + 3, 4, 1);
  });
  problems.setText(5, 1, "合计");
  [13, 13, 1].forEach((count, column) => problems.setNumber(5, 2 + column, count));
  return { workbook: workbookOf([funds, release, projects, execution, assets, batches, people, problems]), projects, rows };
}

function header(sheet, names) {
  sheet.setText(0, 0, sheet.name);
  sheet.setText(1, 0, "单位：万元");
  names.forEach((name, column) => sheet.setText(2, column, name));
}

function put(sheet, row, column, thousandths) {
  sheet.setNumber(row, column, Number(`${thousandths}e-3`));
  sheet.setFormat(row, column, FORMAT);
}

function total(sheet, row, label, blocks) {
  sheet.setText(row, label, "合计");
  for (const [start, amounts] of blocks) amounts.forEach((amount, index) => put(sheet, row, start + index, amount));
}

function share(part, whole) {
  return Math.round((part / whole) * 10_000) / 10_000;
}
