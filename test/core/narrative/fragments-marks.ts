/** Fragments about lists with odd marks, measures, nothing to divide by; right answers worked out by hand. */
import type { Fragment } from "./fragments";

const RIGHT: readonly string[] = [];

export const MARKS: readonly Fragment[] = [
  {
    name: "a bracket in a bracket: both lists add up",
    text: "全县共投入衔接资金1520.5万元（中央资金900万元（第一批500万元、第二批400万元）、自治区资金420.5万元、县级资金200万元）。",
    sure: RIGHT,
  },
  {
    name: "a bracket in a bracket: the inner list is a hundred short",
    text: "全县共投入衔接资金1520.5万元（中央资金900万元（第一批500万元、第二批300万元）、自治区资金420.5万元、县级资金200万元）。",
    sure: ["report.parts"],
  },
  {
    name: "a bracket that never closes holds no list",
    text: "全县共投入衔接资金1520.5万元（中央资金900万元、自治区资金320.5万元。",
    sure: RIGHT,
  },
  {
    name: "其中 that no figure follows",
    text: "全县安排资金100万元、支出90万元，其中包括各类基础设施项目。",
    sure: RIGHT,
  },
  {
    name: "其中包括 is one list, told once",
    text: "今年共安排帮扶资金860万元，其中包括产业帮扶资金500万元，就业帮扶资金280万元，教育帮扶资金100万元。",
    sure: ["report.parts"],
  },
  {
    name: "a total of things that are not alike",
    text: "实施项目3个、培训20人，合计300万元。",
    sure: RIGHT,
  },
  {
    name: "the number of parts said in digits",
    text: "库房改造120万元、冷链设备85.6万元、道路硬化64.4万元，以上3类合计270万元。",
    sure: RIGHT,
  },
  {
    name: "the number of parts said in digits, wrong sum",
    text: "库房改造120万元、冷链设备85.6万元、道路硬化64.4万元，以上3类合计275万元。",
    sure: ["report.parts"],
  },
  {
    name: "four parts are summed up where three are told",
    text: "库房改造120万元、冷链设备85.6万元、道路硬化64.4万元，以上4类合计275万元。",
    sure: RIGHT,
  },
  { name: "其中 without anything before it", text: "其中产业资金500万元、就业资金200万元。", sure: RIGHT },
  {
    name: "其中 behind a sentence of two amounts may be of either",
    text: "我县下达资金640万元，支出500万元。其中：第一批400万元；第二批120万元。",
    sure: RIGHT,
  },
  {
    name: "a percentage that nothing calls a rate or a share",
    text: "全县下达资金500万元，已支付300万元，达到90%。",
    sure: RIGHT,
  },
  {
    name: "square metres are no money",
    text: "全年投入资金硬化道路3万平方米（甲村1.2万平方米、乙村1.6万平方米等）。",
    sure: RIGHT,
  },
  {
    name: "tons are no money, the money beside them is",
    text: "投入资金600万元新建年产3万吨饲料厂，其中：厂房350万元，设备260万元。",
    sure: ["report.parts"],
  },
  {
    name: "a range with a dash typed as 一 agrees with nothing exactly",
    text: "每村安排资金10一15万元，共安排资金860万元（甲村10万元、乙村850万元）。",
    sure: RIGHT,
  },
  { name: "a rate of nothing", text: "到位资金0万元，支出0万元，支出率0%。", sure: RIGHT },
  {
    name: "a rate of nothing told in another sentence",
    text: "全州到位衔接资金0万元。全州衔接资金支出0万元。预算执行率0%。",
    sure: RIGHT,
  },
  {
    name: "a balance of two amounts together",
    text: "到位中央资金1000万元、整合资金200万元，支出900万元，结余300万元。",
    sure: RIGHT,
  },
  {
    name: "a balance of the first of two amounts",
    text: "到位中央资金1000万元、整合资金200万元，支出900万元，结余100万元。",
    sure: RIGHT,
  },
];
