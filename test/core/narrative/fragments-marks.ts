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
  {
    name: "parts behind a semicolon are of what was spent, not of the funds before it",
    text: "全县到位衔接资金8000万元，其中中央资金5000万元、自治区资金2000万元、县级资金1000万元；支出7600万元，其中中央资金4800万元、自治区资金1900万元、县级资金900万元。",
    sure: RIGHT,
  },
  {
    name: "parts behind a semicolon that do not add up",
    text: "全县到位衔接资金8000万元，其中中央资金5000万元、自治区资金2000万元、县级资金1000万元；支出7600万元，其中中央资金4800万元、自治区资金1900万元、县级资金1000万元。",
    sure: ["report.parts"],
  },
  {
    name: "what was spent at another time is not what it is a rate of",
    text: "截至2021年12月底，支出7600万元，支出率95%；截至2022年1月底，支出8000万元，支出率100%。",
    sure: RIGHT,
  },
  {
    name: "分别占, of the sum of both, which is not told",
    text: "到户资产8000万元、到村资产12000万元，分别占40%和60%。",
    sure: RIGHT,
  },
  {
    name: "分别占 of a total between",
    text: "到户资产8000万元、到村资产12000万元，分别占总资产20000万元的40%和60%。",
    sure: RIGHT,
  },
  {
    name: "分别占 of a total between, the first share wrong",
    text: "到户资产8000万元、到村资产12000万元，分别占总资产20000万元的45%和60%。",
    sure: ["report.rate"],
  },
  {
    name: "分别占 of the total that the sentence began with, the second share wrong",
    text: "资产共20000万元，其中到户8000万元、到村12000万元，分别占40%、65%。",
    sure: ["report.rate"],
  },
  {
    name: "two rates 分别为, each of its own count",
    text: "实施项目45个，开工45个、完工43个，开工率、完工率分别为100%和95.56%。",
    sure: RIGHT,
  },
  {
    name: "two rates 分别为, the second wrong",
    text: "实施项目45个，开工45个、完工43个，开工率、完工率分别为100%和96.56%。",
    sure: ["report.rate"],
  },
  {
    name: "a rate behind a list of shares is of its own",
    text: "项目资金500万元，其中设备200万元、厂房300万元，分别占40%和60%，支出450万元，支出率90%。",
    sure: RIGHT,
  },
  {
    name: "a total behind two matters by turns is of the one that it names",
    text: "中央资金到位5000万元，支出4800万元；自治区资金到位2000万元，支出1900万元；县级资金到位1000万元，支出900万元；合计到位8000万元，支出7600万元。",
    sure: RIGHT,
  },
  {
    name: "a total behind two matters by turns, a hundred too much",
    text: "中央资金到位5000万元，支出4800万元；自治区资金到位2000万元，支出1900万元；县级资金到位1000万元，支出900万元；合计到位8100万元，支出7600万元。",
    sure: ["report.parts"],
  },
  {
    name: "a total behind two matters by turns that names neither",
    text: "中央资金下达5000万元，支出4800万元；自治区资金下达2000万元，支出1900万元；共计7000万元。",
    sure: RIGHT,
  },
  {
    name: "a part has parts of its own",
    text: "共到位资金8000万元，其中中央资金5000万元，其中产业3000万元、基础设施2100万元。",
    sure: ["report.parts"],
  },
  {
    name: "what was spent of each is no list of the central funds, which it exceeds",
    text: "全县资金8000万元，其中中央资金5000万元、自治区资金3000万元，支出7800万元，其中中央资金4900万元、自治区资金2900万元。",
    sure: RIGHT,
  },
];
