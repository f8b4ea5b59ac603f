#!/usr/bin/env python3
"""Makes roster.xlsx beside this file: an invented roster with the warts of real exports.

Everybody in it is invented; ID numbers use the unassigned region 329999. Standard library only;
the same file comes out every time.
"""
import random
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

HEADER = ["序号", "姓名", "性别", "公民身份号码", "民族", "出生日期", "学历", "人员类别", "所在党支部",
          "手机号码", "入党日期", "转正日期", "工作岗位", "是否农民工 ", "现居住地", "是否失联党员",
          "是否流动党员"]
VILLAGES = ["西荡村", "东堰村", "石桥村", "柳湾村"]
SPELLINGS = ["中共示范镇{}支部委员会", "{}党支部", "示范镇{}支部 "]
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "建国文华秀英志强桂兰海燕春梅晓明丽红伟玲福生永康"
EDUCATION = ["初中", "高中", "中专", "大专", "大学本科", "小学"]
JOBS = ["其他农牧渔民", "农牧渔业生产人员", "乡村医生", "退休人员", "个体工商户从业人员"]
# A cell that holds a date as Excel keeps it is the seventh spelling.
DATES = ["{0:04}{1:02}{2:02}", "{0:04}.{1:02}.{2:02}", "{0:04}-{1:02}-{2:02}", "{0}年{1}月{2}日",
         "{0}/{1}/{2}", "{0:04}.{1:02}.{2:02} "]
WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]


def check_digit(first):
    return "10X98765432"[sum(w * int(d) for w, d in zip(WEIGHTS, first)) % 11]


def serial(day):
    from datetime import date
    return (date(*day) - date(1899, 12, 30)).days


class Cell:
    """A number, or a date where `style` is 1."""

    def __init__(self, number, style=0):
        self.number, self.style = number, style


def spell(dice, day):
    kind = dice.randrange(len(DATES) + 1)
    return Cell(serial(day), 1) if kind == len(DATES) else DATES[kind].format(*day)


def person(dice, number):
    born = (dice.randrange(1945, 2002), dice.randrange(1, 13), dice.randrange(1, 29))
    joined = (min(born[0] + dice.randrange(19, 35), 2024), dice.randrange(1, 13),
              dice.randrange(1, 29))
    man = dice.random() < 0.65
    first = "329999%04d%02d%02d%03d" % (*born, 2 * number + (1 if man else 0))
    village = VILLAGES[number % len(VILLAGES)]
    name = dice.choice(SURNAMES) + "".join(dice.sample(GIVEN, dice.choice([1, 2, 2])))
    return {
        "序号": Cell(number), "姓名": name, "性别": "男" if man else "女",
        "公民身份号码": first + check_digit(first), "民族": dice.choice(["汉族", "汉族", "汉"]),
        "出生日期": spell(dice, born), "学历": dice.choice(EDUCATION), "人员类别": "正式党员",
        "所在党支部": dice.choice(SPELLINGS).format(village),
        "手机号码": "1%010d" % dice.randrange(3 * 10 ** 9, 10 ** 10),
        "入党日期": spell(dice, joined), "转正日期": spell(dice, (joined[0] + 1, *joined[1:])),
        "工作岗位": dice.choice(JOBS), "是否农民工 ": dice.choice(["是", "否", "否"]),
        "现居住地": "示范镇%s%d组" % (village, dice.randrange(1, 13)),
        "是否失联党员": "否", "是否流动党员": dice.choice(["是", "否", "否", "否"]),
    }


def people():
    dice = random.Random(2026)
    rows = [person(dice, number) for number in range(1, 61)]
    rows[4]["姓名"] = rows[4]["姓名"][0] + "　" + rows[4]["姓名"][1:]
    rows[7]["姓名"] = " " + rows[7]["姓名"] + " "
    wrong = rows[11]["公民身份号码"]
    rows[11]["公民身份号码"] = wrong[:-1] + ("1" if wrong[-1] != "1" else "2")
    old = rows[17]["公民身份号码"]
    rows[17]["公民身份号码"] = old[:6] + old[8:17]
    rows[22]["姓名"] = ""
    rows[28]["公民身份号码"] = rows[9]["公民身份号码"]
    rows[33]["公民身份号码"] = ""
    rows[38]["公民身份号码"] = Cell(int(rows[38]["公民身份号码"][:15]) * 1000)
    rows[43]["入党日期"] = "不详"
    rows[47]["所在党支部"] = ""
    rows[52]["性别"] = "女" if rows[52]["性别"] == "男" else "男"
    rows[56].update({"人员类别": "预备党员", "入党日期": "2026.07.01", "转正日期": ""})
    return rows


def cell_xml(reference, value):
    if isinstance(value, Cell):
        return '<c r="%s" s="%d"><v>%d</v></c>' % (reference, value.style, value.number)
    return '<c r="%s" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>' % (
        reference, escape(value))


def row_xml(number, values):
    cells = "".join(cell_xml("%s%d" % (chr(65 + column), number), value)
                    for column, value in enumerate(values) if value != "")
    return '<row r="%d">%s</row>' % (number, cells)


def sheet():
    rows = [["示范镇党员信息导出表"], ["填报单位:示范镇党委组织办", "", "", "", "", "", "导出日期:2026年11月20日"],
            HEADER]
    rows += [[each[title] for title in HEADER] for each in people()]
    rows.append(["合计", "", "", "", "", "", "共60人"])
    return ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            '<cols><col min="2" max="2" width="10" customWidth="1"/>'
            '<col min="4" max="4" width="22" customWidth="1"/>'
            '<col min="9" max="9" width="30" customWidth="1"/>'
            '<col min="10" max="12" width="14" customWidth="1"/></cols><sheetData>%s</sheetData>'
            '<mergeCells count="1"><mergeCell ref="A1:Q1"/></mergeCells></worksheet>'
            % "".join(row_xml(number, values) for number, values in enumerate(rows, 1)))


PARTS = {
    "[Content_Types].xml":
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    "_rels/.rels":
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml":
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<sheets><sheet name="党员信息" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>'
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml":
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>',
}


def main():
    path = Path(__file__).with_name("roster.xlsx")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in {**PARTS, "xl/worksheets/sheet1.xml": sheet()}.items():
            # A fixed time, so that the same bytes come out.
            info = zipfile.ZipInfo(name, (2026, 11, 20, 9, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, text)


if __name__ == "__main__":
    main()
