/**
 * Fragments of reports with known answers, right ones and wrong ones. What each must give was worked out by hand from
 * its figures before the program was run on it.
 */
import { MARKS } from "./fragments-marks";

export interface Fragment {
  readonly name: string;
  readonly text: string;
  /** Rules of the sure findings that it must give; none for what is right or not to be judged. */
  readonly sure: readonly string[];
}

const RIGHT: readonly string[] = [];

const FIRST: readonly Fragment[] = [
  // Totals and parts
  {
    name: "parts in brackets that add up",
    text: "全县共投入衔接资金1520.5万元（中央资金900万元、自治区资金420.5万元、县级资金200万元）。",
    sure: RIGHT,
  },
  {
    name: "parts in brackets, one figure too small",
    text: "全县共投入衔接资金1520.5万元（中央资金900万元、自治区资金400.5万元、县级资金200万元）。",
    sure: ["report.parts"],
  },
  {
    name: "parts behind 其中, commas between",
    text: "今年共安排帮扶资金860万元，其中产业帮扶资金500万元，就业帮扶资金260万元，教育帮扶资金100万元。",
    sure: RIGHT,
  },
  {
    name: "parts behind 其中 that are more than the total",
    text: "今年共安排帮扶资金860万元，其中产业帮扶资金500万元，就业帮扶资金280万元，教育帮扶资金100万元。",
    sure: ["report.parts"],
  },
  {
    name: "two examples of a larger total",
    text: "今年共安排帮扶资金860万元，其中产业帮扶资金300万元，就业帮扶资金120万元。",
    sure: RIGHT,
  },
  {
    name: "parts behind 其中：, a cent too little",
    text: "资产原值合计9386.41万元，其中：到户4120.33万元，到村3102.07万元，到乡2164万元。",
    sure: ["report.parts"],
  },
  {
    name: "a total rounded to 亿元",
    text: "项目总投资1.53亿元，其中：土建工程9800.4万元，设备购置4200万元，其他费用1299.6万元。",
    sure: RIGHT,
  },
  {
    name: "a total rounded to 亿元 wrongly",
    text: "项目总投资1.63亿元（土建工程9800.4万元，设备购置4200万元，其他费用1299.6万元）。",
    sure: ["report.parts"],
  },
  {
    name: "分别为 with the unit given once",
    text: "全年下达资金1000万元，一、二、三批分别为300、450、250万元。",
    sure: RIGHT,
  },
  {
    name: "分别为 with the unit given once, wrong",
    text: "全年下达资金1000万元，一、二、三批分别为300、450、350万元。",
    sure: ["report.parts"],
  },
  {
    name: "合计 behind its parts",
    text: "库房改造120万元、冷链设备85.6万元、道路硬化64.4万元，合计270万元。",
    sure: RIGHT,
  },
  {
    name: "合计 behind its parts, wrong",
    text: "库房改造120万元、冷链设备85.6万元、道路硬化64.4万元，合计275万元。",
    sure: ["report.parts"],
  },
  {
    name: "其中 in the next sentence",
    text: "我县共下达专项资金640万元。其中：3月下达第一批专项资金400万元；7月下达第二批专项资金240万元。",
    sure: RIGHT,
  },
  {
    name: "其中 in the next sentence, too much",
    text: "我县共下达专项资金640万元。其中：3月下达第一批专项资金400万元；7月下达第二批专项资金260万元。",
    sure: ["report.parts"],
  },
  {
    name: "counts with one noun",
    text: "共实施帮扶项目58个，其中产业类项目30个，基础设施类项目20个，公益岗位类项目8个。",
    sure: RIGHT,
  },
  {
    name: "counts with one noun, too many",
    text: "共实施帮扶项目58个，其中产业类项目30个，基础设施类项目21个，公益岗位类项目8个。",
    sure: ["report.parts"],
  },
  {
    name: "counts of other things are no parts",
    text: "共实施帮扶项目58个，其中涉及12个乡镇、46个行政村。",
    sure: RIGHT,
  },
  {
    name: "spending behind the list is no part",
    text: "到位资金1000万元，其中第一批600万元，第二批400万元，支出资金990万元。",
    sure: RIGHT,
  },
  {
    name: "present value behind a list of the original value",
    text: "资产原值500万元，其中到户300万元、到村200万元；资产现值480万元。",
    sure: RIGHT,
  },
  {
    name: "comparison with last year in brackets",
    text: "全年实现收入320万元（上年为280万元，增加40万元）。",
    sure: RIGHT,
  },
  {
    name: "integers among decimals stand for exact amounts",
    text: "到位资金600.2万元（第一批300万元、第二批200万元、第三批100万元）。",
    sure: ["report.parts"],
  },
  {
    name: "last digits rounded",
    text: "投入资金100.02万元（甲类33.335万元、乙类33.335万元、丙类33.345万元）。",
    sure: ["report.parts"],
  },
  {
    name: "full-width digits, spaces and a line break inside a number",
    text: "全县共投入衔接资金１５２０．５ 万元（中央资金 900 万元、自治区资金 42\n0.5 万元、县级资金200 万元）。",
    sure: RIGHT,
  },
  {
    name: "thousands separators",
    text: "共投入资金1,520.50万元（甲类1,000.50万元、乙类520.00万元）。",
    sure: RIGHT,
  },
  {
    name: "Chinese numerals",
    text: "共投入资金十四亿二千九百万元（债券资金十亿元、其他资金4亿2900万元）。",
    sure: RIGHT,
  },
  {
    name: "Chinese numerals, wrong",
    text: "共投入资金十四亿二千九百万元（债券资金十亿元、其他资金4亿3900万元）。",
    sure: ["report.parts"],
  },
  {
    name: "an estimate agrees with nothing",
    text: "共投入资金约1500万元（甲类700万元、乙类600万元）。",
    sure: RIGHT,
  },
  // Rates
  {
    name: "share of an amount",
    text: "到位资金845.6万元，用于产业发展506.2万元，占比59.86%。",
    sure: RIGHT,
  },
  {
    name: "share of an amount, wrong",
    text: "到位资金845.6万元，用于产业发展506.2万元，占比60.86%。",
    sure: ["report.rate"],
  },
  {
    name: "share cut off instead of rounded",
    text: "到位资金845.6万元，用于产业发展506.2万元，占比59.862%，达到要求。",
    sure: ["report.rate"],
  },
  {
    name: "share with the last digit cut off",
    text: "到位资金300万元，用于产业发展200万元，占比66.66%。",
    sure: ["report.rate"],
  },
  {
    name: "share said the other way round",
    text: "产业资金420万元，占资金总量600万元的70%。",
    sure: RIGHT,
  },
  {
    name: "share said the other way round, wrong",
    text: "产业资金420万元，占资金总量600万元的75%。",
    sure: ["report.rate"],
  },
  {
    name: "rate with fewer decimals",
    text: "发现问题37个，已完成整改36个，整改率97.3%。",
    sure: RIGHT,
  },
  {
    name: "a hundred percent of not all",
    text: "发现问题37个，已完成整改36个，整改率100%。",
    sure: ["report.rate"],
  },
  {
    name: "百分之 in words",
    text: "到位资金200万元，支出资金199万元，支出率百分之九十九点五。",
    sure: RIGHT,
  },
  {
    name: "百分之 in words, wrong",
    text: "到位资金200万元，支出资金199万元，支出率百分之九十八点五。",
    sure: ["report.rate"],
  },
  {
    name: "shares of a list",
    text: "共投入1000万元，其中：产业项目600万元，占60%；基础设施项目400万元，占40%。",
    sure: RIGHT,
  },
  {
    name: "growth is no share",
    text: "全县农民人均纯收入12800元，其中工资性收入6100元，增长9.8%。",
    sure: RIGHT,
  },
  {
    name: "a target is no rate",
    text: "共抽查项目20个，合格19个，满意率达到98%以上。",
    sure: RIGHT,
  },
  {
    name: "weights are no rates",
    text: "资金按相关人群数量30%、人均收入30%、政策因素40%测算，共测算资金500万元。",
    sure: RIGHT,
  },
  // Balances
  {
    name: "balance",
    text: "预算安排资金1200.5万元，支出1180.3万元，结余20.2万元。",
    sure: RIGHT,
  },
  {
    name: "balance, wrong",
    text: "预算安排资金1200.5万元，支出1180.3万元，结余22.2万元。",
    sure: ["report.balance"],
  },
  {
    name: "balance with a rounded last digit is a notice",
    text: "预算安排资金1200.508万元，支出1180.3万元，结余20.2万元。",
    sure: ["report.balance"],
  },
  {
    name: "balance whose rounding is explained",
    text: "预算安排资金1200.508万元，支出1180.3万元，结余20.2万元（尾差系四舍五入）。",
    sure: RIGHT,
  },
  // Said to agree
  {
    name: "said to agree, and does",
    text: "台账登记资产45处，与系统登记的45处一致。",
    sure: RIGHT,
  },
  {
    name: "said to agree, and does not",
    text: "台账登记资产45处，与系统登记的47处一致。",
    sure: ["report.equal"],
  },
  {
    name: "said not to agree",
    text: "台账登记资产45处，与系统登记的47处不一致，正在核实。",
    sure: RIGHT,
  },
  // One fact, several places
  {
    name: "one fact in two units",
    text: "全州到位衔接资金142900.108万元。\n全州衔接资金总额14.29亿元。",
    sure: RIGHT,
  },
  {
    name: "one fact in two units that do not agree",
    text: "全州到位衔接资金143400.108万元。\n全州衔接资金共计14.29亿元。",
    sure: ["report.repeated"],
  },
  {
    name: "one fact with three values",
    text: "州本级资金3500万元已到位。\n自治州配套财政专项扶贫资金3900万元已下达。\n自治州资金3400万元全部用于产业。",
    sure: ["report.repeated"],
  },
  {
    name: "the same money under two names",
    text: "全州到位衔接资金900万元。\n全年实施项目12个，涉及资金860万元。",
    sure: ["report.same"],
  },
  {
    name: "one county's money is not the whole's",
    text: "全州到位衔接资金900万元，自治州资金80万元。\n和静县投入衔接资金300万元，其中自治州资金20万元。",
    sure: RIGHT,
  },
  {
    name: "last year's money is not this year's",
    text: "2020年全州到位衔接资金700万元。\n2021年全州到位衔接资金900万元。",
    sure: RIGHT,
  },
  {
    name: "some projects are not all",
    text: "全州共实施项目275个，已开工275个。\n产业项目120个，已开工118个。",
    sure: RIGHT,
  },
  {
    name: "a course of the year",
    text: "截至6月底，衔接资金支出400万元。\n截至11月底，衔接资金支出880万元。",
    sure: RIGHT,
  },
  {
    name: "rate against amounts elsewhere",
    text: "全州到位衔接资金1000万元。\n截至目前，衔接资金支出930万元。\n衔接资金支出率95%。",
    sure: ["report.rate"],
  },
  {
    name: "rate against amounts elsewhere, right",
    text: "全州到位衔接资金1000万元。\n截至目前，衔接资金支出930万元。\n衔接资金支出率93%。",
    sure: RIGHT,
  },
  {
    name: "balance against amounts elsewhere",
    text: "全州到位衔接资金1000万元。\n截至目前，衔接资金支出930万元。\n全州结转财政衔接资金75万元。",
    sure: ["report.balance"],
  },
  // Done out of planned
  {
    name: "more completed than carried out",
    text: "全州实施项目275个，已开工275个，已完工276个。",
    sure: ["report.progress"],
  },
  {
    name: "fewer targets declared than projects",
    text: "完成2021年度231个项目绩效目标申报。\n全州共实施项目275个。",
    sure: ["report.progress"],
  },
  {
    name: "fewer targets declared, said openly",
    text: "全州共实施项目275个，其中已申报绩效目标231个。",
    sure: RIGHT,
  },
  {
    name: "the other year's projects",
    text: "完成2020年度415个项目绩效自评和2021年度275个项目绩效目标申报。\n全州共实施项目275个。",
    sure: RIGHT,
  },
  // No figures of fact
  {
    name: "document numbers, years, titles, quotations, telephones",
    text: "按照《关于做好2021年度100个示范村建设的通知》（新政办函〔2021〕149号）要求，落实“四个不摘”和“3331”办法，12317平台和电话0996-2012345畅通。",
    sure: RIGHT,
  },
  {
    name: "section numbers and dates",
    text: "1.2021年4月20日收到指标文件，4月25日下达，用时5天。\n2.截至11月30日全部完成。",
    sure: RIGHT,
  },
  {
    name: "measures per head and limits",
    text: "监测线为年人均纯收入9000元，每户补助不超过5000元，项目管理费不高于1%。",
    sure: RIGHT,
  },
  {
    name: "ranges",
    text: "每个项目投资30-50万元，共10个项目投资300万元至500万元。",
    sure: RIGHT,
  },
  {
    name: "households and people in one breath",
    text: "全州完成采集排查4219户13140人，消除风险459户1650人。",
    sure: RIGHT,
  },
  {
    name: "more cleared than surveyed",
    text: "全州完成采集排查4219户13140人，消除风险4590户14650人。",
    sure: ["report.progress", "report.progress"],
  },
];

/** A second lot, written after the first was right, in the manner of other offices' reports. */
const MORE: readonly Fragment[] = [
  {
    name: "total, list and rates in one long sentence",
    text: "2021年，全县共整合投入财政资金2.35亿元，其中中央资金1.2亿元、省级资金0.65亿元、市县资金0.5亿元，实施项目186个，已完工180个，完工率96.77%。",
    sure: RIGHT,
  },
  {
    name: "the same, completion rate wrong",
    text: "2021年，全县共整合投入财政资金2.35亿元，其中中央资金1.2亿元、省级资金0.65亿元、市县资金0.5亿元，实施项目186个，已完工180个，完工率98.77%。",
    sure: ["report.rate"],
  },
  {
    name: "nested 其中",
    text: "共投入资金900万元，其中财政资金700万元（其中中央300万元、自治区400万元），自筹资金200万元。",
    sure: RIGHT,
  },
  {
    name: "nested list does not add up",
    text: "共投入资金900万元，其中财政资金700万元（中央300万元、自治区450万元），自筹资金200万元。",
    sure: ["report.parts"],
  },
  {
    name: "people and households of several kinds",
    text: "识别监测对象120户432人，其中脱贫不稳定户60户210人、边缘易致贫户40户150人、突发严重困难户20户72人。",
    sure: RIGHT,
  },
  {
    name: "people of several kinds, one wrong",
    text: "识别监测对象120户432人，其中脱贫不稳定户60户210人、边缘易致贫户40户160人、突发严重困难户20户72人。",
    sure: ["report.parts"],
  },
  {
    name: "rates without amounts beside them",
    text: "项目开工率100%，资金支出率95.2%，群众满意度98%，问题整改率100%。",
    sure: RIGHT,
  },
  {
    name: "growth over last year with amounts",
    text: "今年投入资金550万元，比上年500万元增加50万元，增长10%。",
    sure: RIGHT,
  },
  {
    name: "beneficiaries behind funds",
    text: "实施光伏项目3个，投入资金460万元，受益群众1260户3890人，户均增收1500元。",
    sure: RIGHT,
  },
  {
    name: "several projects each with its funds",
    text: "新建冷库2座，投资180万元；修建道路12公里，投资640万元；安装路灯300盏，投资90万元。",
    sure: RIGHT,
  },
  {
    name: "several projects and their sum",
    text: "新建冷库投资180万元，修建道路投资640万元，安装路灯投资90万元，共计910万元。",
    sure: RIGHT,
  },
  {
    name: "several projects and a wrong sum",
    text: "新建冷库投资180万元，修建道路投资640万元，安装路灯投资90万元，共计900万元。",
    sure: ["report.parts"],
  },
  {
    name: "meetings, visits, times",
    text: "召开推进会4次，开展督导12次，走访农户86户，发现问题9个，已整改9个。",
    sure: RIGHT,
  },
  {
    name: "plan for next year",
    text: "2022年计划投入衔接资金1600万元，拟实施项目40个。\n2021年全州到位衔接资金1520万元，实施项目36个。",
    sure: RIGHT,
  },
  {
    name: "several years together",
    text: "“十三五”以来累计投入衔接资金9800万元。\n2021年全州到位衔接资金1520万元。",
    sure: RIGHT,
  },
  {
    name: "funds by county, with the total at the end",
    text: "库尔勒市50.5万元、和静县30.25万元、焉耆县19.25万元，合计100万元。",
    sure: RIGHT,
  },
  {
    name: "funds by county, total wrong",
    text: "库尔勒市50.5万元、和静县30.25万元、焉耆县19.25万元，合计110万元。",
    sure: ["report.parts"],
  },
  {
    name: "carry-over by county",
    text: "全州结转财政衔接资金434.26万元。其中：且末县结转资金276.20万元，和硕县结转资金92.22万元，博湖县结转资金65.84万元。",
    sure: RIGHT,
  },
  {
    name: "carry-over by county, a little short",
    text: "全州结转财政衔接资金434.26万元。其中：且末县结转资金275.20万元，和硕县结转资金92.22万元，博湖县结转资金65.84万元。",
    sure: ["report.parts"],
  },
  {
    name: "page break inside a word and inside a figure",
    text: "全州共到位衔接资金1520.5万元，其中中央资金900万元、自治区资\n\n金420.5万元、自治州资金20\n\n0万元，均已下达。",
    sure: RIGHT,
  },
  {
    name: "same sentence, broken figure wrong",
    text: "全州共到位衔接资金1520.5万元，其中中央资金900万元、自治区资\n\n金420.5万元、自治州资金25\n\n0万元，均已下达。",
    sure: ["report.parts"],
  },
  {
    name: "元 beside 万元",
    text: "补助资金共1.2万元（甲户5000元、乙户7000元）。",
    sure: RIGHT,
  },
  {
    name: "元 beside 万元, wrong",
    text: "补助资金共1.2万元（甲户5000元、乙户8000元）。",
    sure: ["report.parts"],
  },
  {
    name: "two rates of one total",
    text: "共收回问卷250份，到位资金800万元，产业支出480万元，占比60%，基建支出320万元，占比40%。",
    sure: RIGHT,
  },
  {
    name: "rate over a budget named in another clause",
    text: "年初预算1000万元，调整后预算1200万元，实际支出1140万元，预算执行率95%。",
    sure: RIGHT,
  },
  {
    name: "balance with spending and a rate between",
    text: "到位资金845.6万元，已支出800.1万元，支出率94.62%，结余45.5万元。",
    sure: RIGHT,
  },
  {
    name: "balance with spending and a rate between, both wrong",
    text: "到位资金845.6万元，已支出800.1万元，支出率95.62%，结余54.5万元。",
    sure: ["report.rate", "report.balance"],
  },
  {
    name: "scores in a sentence about others",
    text: "第三方评估得分92.5分，全区排名第3名，较上年提高2.5分。",
    sure: RIGHT,
  },
  {
    name: "ten thousand people",
    text: "全县总人口12.5万人，其中农村人口8.3万人，城镇人口4.2万人。",
    sure: RIGHT,
  },
  {
    name: "a list of tasks with numbers in brackets",
    text: "（1）发放种羊200只，投入60万元；（2）发放饲草50吨，投入8万元；（3）修缮圈舍30座，投入45万元。",
    sure: RIGHT,
  },
  {
    name: "minimum standards and caps",
    text: "贷款额度原则上不超过5万元，贴息3000元以内，累计放贷320户1500万元，户均4.69万元。",
    sure: RIGHT,
  },
  {
    name: "fact repeated in words",
    text: "全州到位衔接资金十四亿二千九百万元。\n全州衔接资金总额142900万元。",
    sure: RIGHT,
  },
  {
    name: "fact repeated in words, wrong",
    text: "全州到位衔接资金十四亿二千九百万元。\n全州衔接资金总额143900万元。",
    sure: ["report.repeated"],
  },
  {
    name: "a fact and its rounding in one unit",
    text: "全州到位衔接资金142900.108万元。\n全州衔接资金总额142900.11万元。",
    sure: ["report.repeated"],
  },
  {
    name: "assets in two places",
    text: "资产原值218462.48万元。\n经清查，扶贫资产原值218462.84万元。",
    sure: ["report.repeated"],
  },
  {
    name: "parts of the assets in separate sentences",
    text: "资产原值1000万元。\n到户资产500万元。\n到乡资产100万元。\n到村资产250万元。\n到县资产250万元。",
    sure: ["report.parts"],
  },
];

/** A third lot: progress, odd layouts, more ways of listing. */
const THIRD: readonly Fragment[] = [
  {
    name: "more done than planned, in words of no pack",
    text: "全年计划硬化村道18条，已完成19条。",
    sure: ["report.progress"],
  },
  {
    name: "less done than planned",
    text: "全年计划硬化村道18条，已完成17条。",
    sure: RIGHT,
  },
  {
    name: "more mended than found",
    text: "专项检查共发现问题26个，已整改27个。",
    sure: ["report.progress"],
  },
  {
    name: "this year's and last year's problems together",
    text: "本年共发现问题26个，加上结转的4个，已整改30个。",
    sure: RIGHT,
  },
  {
    name: "other things done",
    text: "共安排帮扶干部12人，完成入户走访320户，化解矛盾15件。",
    sure: RIGHT,
  },
  {
    name: "a page number between the halves of a sentence",
    text: "全州共到位衔接资金1520.5万元，其中中央资金900万元、自治区资\n— 5 —\n金420.5万元、自治州资金200万元。",
    sure: RIGHT,
  },
  {
    name: "a page number between the halves of a wrong sentence",
    text: "全州共到位衔接资金1520.5万元，其中中央资金900万元、自治区资\n第 5 页 共 12 页\n金420.5万元、自治州资金300万元。",
    sure: ["report.parts"],
  },
  {
    name: "colon and list",
    text: "本年收入3200元：工资1800元、经营900元、转移500元。",
    sure: RIGHT,
  },
  {
    name: "colon and list, wrong",
    text: "本年收入3200元：工资1800元、经营900元、转移600元。",
    sure: ["report.parts"],
  },
  {
    name: "包括 names some of many",
    text: "开展培训45次，包括技能培训12次、政策培训8次。",
    sure: RIGHT,
  },
  {
    name: "percentages that make a hundred",
    text: "问卷显示，非常满意占62%，满意占31%，一般占7%。",
    sure: RIGHT,
  },
  {
    name: "an amount, the year before and the difference",
    text: "资产现值由上年的480万元增加到520万元，增加40万元。",
    sure: RIGHT,
  },
  {
    name: "two totals in one sentence, each with its list",
    text: "到位资金300万元（中央200万元、地方100万元），支出280万元（中央190万元、地方90万元）。",
    sure: RIGHT,
  },
  {
    name: "two totals in one sentence, the second list wrong",
    text: "到位资金300万元（中央200万元、地方100万元），支出280万元（中央180万元、地方90万元）。",
    sure: ["report.parts"],
  },
  {
    name: "full stop left out between items",
    text: "1.发放补贴120户36万元\n2.修建水渠3条45万元\n3.新建桥梁1座80万元",
    sure: RIGHT,
  },
  {
    name: "a rate of more than a hundred",
    text: "年初预算500万元，实际支出515万元，预算执行率103%。",
    sure: RIGHT,
  },
  {
    name: "a rate of more than a hundred, wrong",
    text: "年初预算500万元，实际支出515万元，预算执行率105%。",
    sure: ["report.rate"],
  },
  {
    name: "per-thousand and ratios",
    text: "返贫率为0.3‰，贷款逾期率0.5%，贷款余额1200万元。",
    sure: RIGHT,
  },
  {
    name: "total in 元 and parts in 元 with separators",
    text: "共支出1,234,567.89元，其中：人工费500,000.00元，材料费734,567.89元。",
    sure: RIGHT,
  },
  {
    name: "total in 元, last digit wrong",
    text: "共支出1,234,567.89元（人工费500,000.00元，材料费734,567.80元）。",
    sure: ["report.parts"],
  },
  {
    name: "what is said behind a list of 、 is no part of it",
    text: "形成资产总值3.25亿元，其中公益性资产1.8亿元、经营性资产1.2亿元、到户类资产0.25亿元，已确权3.25亿元，确权率100%。",
    sure: RIGHT,
  },
  {
    name: "the same list, wrong",
    text: "形成资产总值3.25亿元，其中公益性资产1.8亿元、经营性资产1.2亿元、到户类资产0.35亿元，已确权3.25亿元，确权率100%。",
    sure: ["report.parts"],
  },
  {
    name: "two lists by 其中 in one sentence",
    text: "我县共收到各级资金12345.67万元，其中：上级资金10345.67万元、县级资金2000万元，用于37个项目，其中产业项目20个9000万元，基础设施项目15个3000.67万元，其他项目2个345万元。",
    sure: RIGHT,
  },
  {
    name: "three levels of which two stand in the sentence",
    text: "市本级安排资金2亿元。争取上级资金3.6亿元（其中中央2.1亿元，省级1.5亿元），县级投入1.4亿元，三级合计7亿元。",
    sure: RIGHT,
  },
  {
    name: "shares of the total in the sentence before",
    text: "共到位帮扶资金7亿元。其中，甲类资金2.1亿元，占30%；乙类资金1.5亿元，占21.43%；丙类资金3.4亿元，占48.57%。",
    sure: RIGHT,
  },
  {
    name: "shares of the total in the sentence before, one amount wrong",
    text: "共到位帮扶资金7亿元。其中，甲类资金2.1亿元，占30%；乙类资金1.6亿元，占21.43%；丙类资金3.4亿元，占48.57%。",
    sure: ["report.parts"],
  },
  {
    name: "other funds have projects of their own",
    text: "全州共实施项目196个，已完工190个。\n东西部协作资金6000万元，实施项目25个；定点帮扶资金800万元，实施项目12个。",
    sure: RIGHT,
  },
  {
    name: "a share of the households, told behind households and people",
    text: "识别监测对象312户1055人，消除风险210户720人，占67.31%。",
    sure: RIGHT,
  },
  {
    name: "a share of neither the households nor the people",
    text: "识别监测对象312户1055人，消除风险210户720人，占76.31%。",
    sure: ["report.rate"],
  },
  {
    name: "a semicolon ends a list without a colon",
    text: "吸纳就业2300人，其中脱贫劳动力1100人；公益岗位5600个，安置脱贫劳动力5600人。",
    sure: RIGHT,
  },
  {
    name: "two rounds and their sum",
    text: "第一轮排查发现问题326个；第二轮排查发现问题112个，合计438个。",
    sure: RIGHT,
  },
  {
    name: "three items, and the sum is wrong",
    text: "道路投资200万元、水渠投资150万元、桥梁投资80万元，三项合计420万元。",
    sure: ["report.parts"],
  },
  {
    name: "an address, a meter and a price",
    text: "项目位于3号路15号院2栋，建设管网1200米，单价350元，工程款42万元。",
    sure: RIGHT,
  },
];

export const FRAGMENTS: readonly Fragment[] = [...FIRST, ...MORE, ...THIRD, ...MARKS];

/** What the public report says, in sentences of our own with its figures: what must be found and what must not. */
export const OWN_WORDS = `一、基本情况
（一）资金保障
1.地州市履行支出责任情况。
自评得分：5分。
完成情况：本州全年共到位衔接资金143400.108万元（中央资金37585万元、自治区资金507.348万元、州本级3500万元、地债资金100000万元、县市级1407.76万元）。
2.衔接资金分解下达情况。
自评得分：5分。
完成情况：本州到位衔接资金共计143400.108万元，收到文件后5日内全部下达。其中：2020年12月4日下达中央提前批资金14645万元；2020年12月28日下达自治区资金507.348万元；2021年4月20日下达自治州配套资金3900万元；2021年5月14日下达中央新增资金22940万元；2021年4月15日下达地方政府债券资金100000万元；各县市配套资金1407.76万元。
（二）项目管理
3.县级项目库建设管理情况。
自评得分：4分。
4.项目绩效管理情况。
自评得分：4分。
完成情况：根据新财预〔2019〕170号文件，截至11月30日，已完成2020年度415个项目绩效自评和2021年度231个项目绩效目标申报。
5.信息公开和公示公告制度建设及执行情况。
自评得分：4分。
6.跟踪督促及发现问题整改情况。
自评得分：4分。
7.扶贫项目资产管理情况。
自评得分：4分。
完成情况：资产实际投入218462.48万元，资产原值218462.48万元，资产现值218462.48万元，其中到户原值65185.23万元，到乡原值9504.33万元，到村原值59063.22万元，到县（行业部门）原值84709.7万元，与系统数据一致。
（三）资金使用成效
8.有序推进项目实施等情况。
自评得分：10分。
完成情况：本州确定2021年度实施项目275个，涉及资金14.29亿元，其中：中央、自治区衔接资金38092.348万元，地方政府债券资金100000万元，自治州资金3400万元，县市配套资金1407.76万元。全州共实施项目275个，已开工275个，开工率100%，已完工275个，完工率100%。目前资金支出142565.84万元，支出率99.77%，余额334.26万元（质保金除外）。
9.预算执行率。
自评得分：10分。
完成情况：全州结转财政衔接资金334.26万元（质保金和尾款）。其中：且末县结转资金176.20万元，和硕县结转资金92.22万元，博湖县结转资金65.84万元。
10.巩固拓展脱贫攻坚成果情况。
自评得分：8分。
完成情况：完成采集排查4219户13140人，“三类户”共消除风险459户1650人，监测线为年人均纯收入9000元。
11.分任务资金使用效益。
自评得分：20分。
12.中央财政衔接资金安排用于产业的比例。
自评得分：7分。
完成情况：到位中央提前批资金14645万元，用于产业的资金为11645.27万元，占比79.52%；自治区资金507.348万元，用于产业的资金为306.348万元，占比60.38%；中央财政衔接资金22940万元，用于产业的资金为18461.73万元，占比80.48%；自治州资金3400万元，用于产业的资金为2708.3万元，占比79.66%。
13.资金统筹整合使用成效情况。
完成情况：本州没有涉农资金统筹整合。
14.机制创新情况。
自评得分：加5分
15.日常工作表现。（5分）
自评结果：绩效总分值100分，加分项10分，本州自评得分100分，加分10分，总计得分110分。`;
