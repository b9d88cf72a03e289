#!/usr/bin/env bash
# chinese-days 1.5.7, Node 20: in a time zone west of Greenwich the whole calendar is a day off for Date objects and
# for "2021/10/07", two of the input forms that its types allow; "2021-10-07" is right. The table's keys are
# built at load time with local getters from days that were made in UTC, and 2021-10-07 in New York is still the 6th
# then. So National Day's last day counts as worked and the make-up Saturday 2021-10-09 as off, without a word.
#
# Output seen:
#   Asia/Shanghai     2021-10-07 off   2021-10-09 worked   as text 2021-10-07 off   2021-10-09 worked
#   America/New_York  2021-10-07 WORKED 2021-10-09 OFF     as text 2021-10-07 off   2021-10-09 worked
#
# Exits 0 while that is so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact chinese-days@1.5.7

cat > days.cjs <<'JS'
const { isWorkday } = require("chinese-days");
const answers = [
  isWorkday(new Date(2021, 9, 7)),
  isWorkday(new Date(2021, 9, 9)),
  isWorkday("2021/10/07"),
  isWorkday("2021/10/09"),
  isWorkday("2021-10-07"),
  isWorkday("2021-10-09"),
];
console.log(answers.join(" "));
JS

east=$(TZ=Asia/Shanghai node days.cjs)
west=$(TZ=America/New_York node days.cjs)
echo "Asia/Shanghai:    $east"
echo "America/New_York: $west"
[ "$east" = "false true false true false true" ] && [ "$west" = "true false true false false true" ]
