import { describe, expect, test } from "@jest/globals";
import { keyIndex } from "../../../src/core/tables/keys";
import { placeIndex, placeLevel, placeName } from "../../../src/core/tables/places";
import { DIMENSIONS } from "./pack-tables";

describe("places", () => {
  test.each([
    ["焉耆回族自治县", "焉耆", "县"],
    ["焉耆县", "焉耆", "县"],
    ["焉耆", "焉耆", ""],
    ["和布克赛尔蒙古自治县", "和布克赛尔", "县"],
    ["塔什库尔干塔吉克自治县", "塔什库尔干", "县"],
    ["积石山保安族东乡族撒拉族自治县", "积石山", "县"],
    ["双江拉祜族佤族布朗族傣族自治县", "双江", "县"],
    ["龙胜各族自治县", "龙胜", "县"],
    ["东乡族自治县", "东乡", "县"],
    ["鄂伦春自治旗", "鄂伦春", "旗"],
    ["木垒哈萨克自治县", "木垒", "县"],
    ["莫力达瓦达斡尔族自治旗", "莫力达瓦", "旗"],
    ["鄂温克族自治旗", "鄂温克", "旗"],
    ["罗城仫佬族自治县", "罗城", "县"],
    ["北川羌族自治县", "北川", "县"],
    ["环江毛南族自治县", "环江", "县"],
    ["务川仡佬族苗族自治县", "务川", "县"],
    ["察布查尔锡伯自治县", "察布查尔", "县"],
    ["互助土族自治县", "互助", "县"],
    ["肃南裕固族自治县", "肃南", "县"],
    ["阿克塞哈萨克族自治县", "阿克塞", "县"],
    ["贡山独龙族怒族自治县", "贡山", "县"],
    ["兰坪白族普米族自治县", "兰坪", "县"],
    ["三江侗族自治县", "三江", "县"],
    ["都安瑶族自治县", "都安", "县"],
    ["长阳土家族自治县", "长阳", "县"],
    ["元江哈尼族彝族傣族自治县", "元江", "县"],
    ["景宁畲族自治县", "景宁", "县"],
    ["陵水黎族自治县", "陵水", "县"],
    ["玉龙纳西族自治县", "玉龙", "县"],
    ["维西傈僳族自治县", "维西", "县"],
    ["宽甸满族自治县", "宽甸", "县"],
    ["三都水族自治县", "三都", "县"],
    ["延边朝鲜族自治州", "延边", "州"],
    ["德宏傣族景颇族自治州", "德宏", "州"],
    ["克孜勒苏柯尔克孜自治州", "克孜勒苏", "州"],
    ["阿坝藏族羌族自治州", "阿坝", "州"],
    ["黔南布依族苗族自治州", "黔南", "州"],
    ["巴音郭楞蒙古自治州", "巴音郭楞", "州"],
    ["新疆维吾尔自治区巴音郭楞蒙古自治州焉耆回族自治县", "焉耆", "县"],
    ["巴州轮台县", "轮台", "县"],
    ["库尔勒市乡村振兴局", "库尔勒", "市"],
    ["　库尔勒 市 ", "库尔勒", "市"],
    ["1.库尔勒市", "库尔勒", "市"],
    ["③英吉沙县", "英吉沙", "县"],
    ["（二）疏附县", "疏附", "县"],
    ["653121 疏附县", "疏附", "县"],
    ["疏勒县（653122）", "疏勒", "县"],
    ["疏附县（国家级脱贫县）", "疏附", "县"],
    ["疏勒县*", "疏勒", "县"],
    ["库尔勒市（兵团）", "库尔勒市(兵团)", ""],
    ["沙县", "沙", "县"],
    ["州本级", "州本级", ""],
    ["自治州本级", "州本级", ""],
    ["红旗哈萨克族民族乡", "红旗", "乡"],
  ])("%s", (text, stem, kind) => {
    expect(placeName(text)).toEqual({ stem, kind });
  });

  test("one county in three spellings, two places of one stem", () => {
    const names = ["焉耆回族自治县", "焉耆县", "焉耆", "伊宁市", "伊宁县", "伊宁"];
    const key = placeIndex(names);
    expect(new Set(["焉耆回族自治县", "焉耆县", "焉耆"].map(key)).size).toBe(1);
    expect(new Set(["伊宁市", "伊宁县", "伊宁"].map(key)).size).toBe(3);
  });

  test("levels", () => {
    expect(
      ["和静县", "库尔勒市", "经济开发区", "和静镇", "甲乡", "第1村", "团结社区", "州本级", "第二师"].map(
        placeLevel,
      ),
    ).toEqual(["county", "county", "county", "below", "below", "below", "below", "unknown", "unknown"]);
  });
});

describe("keys", () => {
  const dimension = (name: string) => {
    const found = DIMENSIONS.find((one) => one.name === name);
    if (found === undefined) throw new Error(name);
    return found;
  };

  test("members by name and synonym", () => {
    const { keyOf, isMember } = keyIndex(dimension("资金来源"), []);
    expect(["州级资金", "县（市）级资金", " 中央提前下达 ", "中央新增", "别的"].map(keyOf)).toEqual([
      "自治州",
      "县市配套",
      "中央提前批",
      "中央新增",
      "别的",
    ]);
    expect(["州级资金", "别的"].map(isMember)).toEqual([true, false]);
  });

  test("places and texts; nothing is no key", () => {
    const place = keyIndex(dimension("县市"), ["焉耆回族自治县"]);
    expect([place.keyOf("焉耆"), place.keyOf("焉耆县"), place.keyOf(" ")]).toEqual(["焉耆县", "焉耆县", ""]);
    const text = keyIndex(dimension("问题来源"), []);
    expect(text.keyOf(" １２３１７平台  举报线索 ")).toBe("12317平台 举报线索");
  });
});
