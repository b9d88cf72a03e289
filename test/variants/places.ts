/** Names of real counties as facts; the prefecture that the generator puts them in is made up. */
export type County = { readonly full: string; readonly short: string };

const PLAIN = [
  "库尔勒市 轮台县 尉犁县 若羌县 且末县 和静县 和硕县 博湖县 泽普县 莎车县 叶城县 麦盖提县 岳普湖县 伽师县",
  "巴楚县 疏附县 疏勒县 英吉沙县 皮山县 墨玉县 洛浦县 策勒县 于田县 民丰县 和田市 和田县 额敏县 托里县 裕民县",
  "沙湾市 乌苏市 塔城市 伊宁市 伊宁县 霍城县 巩留县 新源县 昭苏县 特克斯县 尼勒克县 阿合奇县 乌恰县 阿图什市",
]
  .join(" ")
  .split(" ");

const AUTONOMOUS = [
  "焉耆回族自治县 焉耆县",
  "察布查尔锡伯自治县 察布查尔县",
  "和布克赛尔蒙古自治县 和布克赛尔县",
  "巴里坤哈萨克自治县 巴里坤县",
  "木垒哈萨克自治县 木垒县",
  "塔什库尔干塔吉克自治县 塔什库尔干县",
  "互助土族自治县 互助县",
  "化隆回族自治县 化隆县",
  "循化撒拉族自治县 循化县",
  "民和回族土族自治县 民和县",
  "维西傈僳族自治县 维西县",
  "贡山独龙族怒族自治县 贡山县",
  "兰坪白族普米族自治县 兰坪县",
  "景宁畲族自治县 景宁县",
  "张家川回族自治县 张家川县",
  "积石山保安族东乡族撒拉族自治县 积石山县",
  "三江侗族自治县 三江县",
  "龙胜各族自治县 龙胜县",
  "双江拉祜族佤族布朗族傣族自治县 双江县",
  "孟连傣族拉祜族佤族自治县 孟连县",
];

export const PLAIN_COUNTIES: readonly County[] = PLAIN.map((name) => ({ full: name, short: name }));
export const AUTONOMOUS_COUNTIES: readonly County[] = AUTONOMOUS.map((line) => {
  const [full = "", short = ""] = line.split(" ");
  return { full, short };
});

/** Units that stand beside the counties in some prefectures' tables. */
export const OTHER_UNITS: readonly County[] = ["州本级", "经济技术开发区", "兵团第二师"].map((name) => ({
  full: name,
  short: name,
}));

export const TOWNSHIPS = "城关镇 红旗乡 东风乡 团结镇 胜利乡 民主镇 前进乡 幸福镇 阳霞镇 塔尔拉克乡".split(
  " ",
);

export const PROJECT_NAMES: { readonly [category: string]: readonly string[] } = {
  产业发展: ["良种牛羊养殖基地项目", "设施农业大棚项目", "农产品加工车间项目", "冷链仓储设施项目"],
  基础设施: ["村组道路硬化项目", "农田防渗渠项目", "机井配套项目"],
  人居环境: ["污水管网项目", "生活垃圾收运项目"],
  就业项目: ["就业技能培训项目", "公益性岗位补助项目"],
};
