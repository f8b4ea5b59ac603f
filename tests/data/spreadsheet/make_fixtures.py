#!/usr/bin/env python3
"""Writes the small spreadsheets of this folder. Needs nothing but Python; run by hand after a
change, the results are committed. Every file shows quirks of real writers; persons are invented."""
import struct
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_REL = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE_REL = "http://schemas.openxmlformats.org/package/2006/relationships"


def package(name, parts):
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, text in parts.items():
            info = zipfile.ZipInfo(part, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text)


def relations(entries, base=REL):
    rows = "".join(f'<Relationship Id="{i}" Type="{base}/{t}" Target="{target}"/>'
                   for i, t, target in entries)
    return f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE_REL}">{rows}</Relationships>'


TYPES = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="xml" ContentType="application/xml"/></Types>')

STYLES = f"""<styleSheet xmlns="{MAIN}"><numFmts count="5">
<numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>
<numFmt numFmtId="165" formatCode="0.00&quot;day&quot;"/>
<numFmt numFmtId="166" formatCode="000000"/>
<numFmt numFmtId="167" formatCode="[$-804]0.0_m\\d[Red]"/>
<numFmt numFmtId="168" formatCode="[h]:mm"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs count="8"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="164"/>
<xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/>
<xf numFmtId="22"/></cellXfs></styleSheet>"""


def features():
    book = (f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets>'
            '<sheet name="名册" sheetId="7" r:id="rId9"/>'
            '<sheet name="图" sheetId="5" r:id="rId4"/>'
            '<sheet name="隐藏" sheetId="8" state="hidden" r:id="rId3"/>'
            '</sheets></workbook>')
    shared = (f'<sst xmlns="{MAIN}"><si><t>姓名</t></si>'
              '<si><r><t>王</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 䶮</t></r>'
              '<rPh sb="0" eb="1"><t>wáng</t></rPh><phoneticPr fontId="1"/></si>'
              '<si><t>\n   两边空白   </t></si><si><t xml:space="preserve"> 留着 </t></si>'
              '<si><t>一行_x000D_\n二行_x005F_x000D_</t></si><si><t/></si>'
              '<si><t>&lt;&amp;&#x1F600;&#40857;</t></si></sst>')
    sheet = f"""<worksheet xmlns="{MAIN}"><sheetData>
<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c>
<c r="E1" t="s"><v>3</v></c><c r="F1" t="s"><v>4</v></c><c r="G1" t="s"><v>5</v></c>
<c r="H1" t="s"><v>6</v></c></row>
<row r="3" hidden="1"><c r="A3" t="inlineStr"><is><t>内</t><rPh><t>nèi</t></rPh></is></c>
<c r="B3" t="inlineStr"><is><r><t>联</t></r><r><t>串</t></r></is></c>
<c r="C3" t="str"><f>A1&amp;"x"</f><v>公式文字</v></c><c r="D3"><f>1+1</f><v>2</v></c>
<c r="E3" t="b"><v>1</v></c><c r="F3" t="e"><v>#N/A</v></c><c r="G3"><f>1</f></c></row>
<row r="4"><c r="A4"><v>13742180967</v></c><c r="B4"><v>1.3742180967E10</v></c>
<c r="C4"><v>3.2999919670928602E+17</v></c><c r="D4"><v>0.30000000000000004</v></c>
<c r="E4"><v>999999999999999</v></c><c r="F4"><v>1000000000000000</v></c>
<c r="G4"><v>-12.5</v></c><c r="H4"><v>1E-7</v></c></row>
<row r="5"><c r="A5" s="1"><v>37081</v></c><c r="B5" s="2"><v>59</v></c><c r="C5" s="3"><v>60</v></c>
<c r="D5" s="3"><v>61</v></c><c r="E5" s="4"><v>2</v></c><c r="F5" s="5"><v>1234</v></c>
<c r="G5" s="6"><v>3</v></c><c r="H5" s="7"><v>1.5</v></c><c r="I5" s="8"><v>37081.604166666664</v></c>
<c r="J5" s="1"><v>20010709</v></c><c r="K5" t="d"><v>2001-07-09T00:00:00</v></c>
<c r="L5" s="1"><v>2958465</v></c><c r="M5" s="1"><v>0.5</v></c></row>
<row><c t="inlineStr"><is><t>无号</t></is></c><c><v>7</v></c></row>
<row><c r="C7"><v>8</v></c><c><v>9</v></c></row>
<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>
</sheetData><mergeCells count="2"><mergeCell ref="A1:C2"/><mergeCell ref="D3:D9"/></mergeCells>
</worksheet>"""
    hidden = f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'
    package("features.xlsx", {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations([("rId1", "officeDocument", "/buch/mappe.xml")]),
        "buch/mappe.xml": book,
        "buch/_rels/mappe.xml.rels": relations([
            ("rId9", "worksheet", "/buch/Blatt%201.xml"), ("rId3", "worksheet", "../x/y.xml"),
            ("rId4", "chartsheet", "c.xml"), ("rId5", "sharedStrings", "texte.xml"),
            ("rId6", "styles", "/buch/STIL.xml")]),
        "buch/Blatt 1.xml": sheet, "x/y.xml": hidden, "buch/texte.xml": shared,
        "buch/stil.xml": STYLES})


def dates_1904():
    package("date1904.xlsx", {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations([("rId1", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><workbookPr date1904="1"/>'
                           '<sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations([("rId1", "worksheet", "worksheets/sheet1.xml"),
                                                 ("rId2", "styles", "styles.xml")]),
        "xl/styles.xml": STYLES,
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">'
                                    '<c r="A1" s="1"><v>0</v></c><c r="B1" s="1"><v>35619</v></c>'
                                    '</row></sheetData></worksheet>'})


def strict():
    package("strict.xlsx", {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations([("rId1", "officeDocument", "xl/workbook.xml")], STRICT_REL),
        "xl/workbook.xml": f'<x:workbook xmlns:x="{STRICT}" xmlns:q="{STRICT_REL}" '
                           'conformance="strict"><x:sheets><x:sheet name="严格" sheetId="1" '
                           'q:id="rId1"/></x:sheets></x:workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            [("rId1", "worksheet", "worksheets/sheet1.xml"),
             ("rId2", "sharedStrings", "sharedStrings.xml")], STRICT_REL),
        "xl/sharedStrings.xml": f'<x:sst xmlns:x="{STRICT}"><x:si><x:t>严格</x:t></x:si></x:sst>',
        "xl/worksheets/sheet1.xml":
            f'<x:worksheet xmlns:x="{STRICT}"><x:sheetData><x:row r="2"><x:c r="B2" t="s">'
            '<x:v>0</x:v></x:c><x:c r="C2" t="d"><x:v>2001-07-09</x:v></x:c></x:row>'
            '</x:sheetData></x:worksheet>'})


def entities():
    lol = "".join(f'<!ENTITY l{i} "{"&l%d;" % (i - 1) * 10}">' for i in range(1, 10))
    package("entities.xlsx", {
        "[Content_Types].xml": TYPES,
        "xl/workbook.xml": f'<!DOCTYPE w [<!ENTITY l0 "ha">{lol}]><workbook xmlns="{MAIN}">'
                           '<sheets><sheet name="&l9;" sheetId="1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'})


ODS_HEAD = ('<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" '
            'xmlns:style="s" xmlns:draw="d" xmlns:calcext="c"><office:automatic-styles>'
            '<style:style style:name="ta1" style:family="table"><style:table-properties '
            'table:display="true"/></style:style><style:style style:name="ta2" '
            'style:family="table"><style:table-properties table:display="false"/></style:style>'
            '</office:automatic-styles><office:body><office:spreadsheet>')
ODS_TAIL = '</office:spreadsheet></office:body></office:document-content>'


def ods():
    text = 'office:value-type="string"'
    content = ODS_HEAD + f"""<table:table table:name="名册" table:style-name="ta1">
<table:table-column table:number-columns-repeated="16384"/>
<table:table-row><table:table-cell {text} table:number-columns-spanned="2"
 table:number-rows-spanned="2"><office:annotation><text:p>批注</text:p></office:annotation>
<text:p>甲<text:span>乙</text:span><text:s text:c="2"/>丙<text:tab/>丁</text:p><text:p>二行</text:p>
</table:table-cell><table:covered-table-cell {text}><text:p>盖住</text:p></table:covered-table-cell>
<table:table-cell table:number-columns-repeated="16382"/></table:table-row>
<table:table-row table:number-rows-repeated="3"/>
<table:table-row table:visibility="collapse" table:number-rows-repeated="2">
<table:table-cell office:value-type="float" office:value="13742180967" calcext:value-type="float"
 table:number-columns-repeated="2"><text:p>1.37E+10</text:p></table:table-cell>
<table:table-cell office:value-type="percentage" office:value="0.5"><text:p>50%</text:p>
</table:table-cell><table:table-cell office:value-type="boolean" office:boolean-value="true"/>
<table:table-cell office:value-type="date" office:date-value="2001-07-09"><text:p>01/7</text:p>
</table:table-cell><table:table-cell office:value-type="date"
 office:date-value="2001-07-09T14:30:00"/><table:table-cell office:value-type="time"
 office:time-value="PT09H30M00S"/><table:table-cell office:value-type="float"
 office:value="3.2999919670928602E+017"/></table:table-row>
<table:table-row table:number-rows-repeated="1048569"><table:table-cell
 table:number-columns-repeated="16384"/></table:table-row>
<table:table-row><table:table-cell {text}><text:p>末行</text:p></table:table-cell></table:table-row>
</table:table><table:table table:name="隐藏" table:style-name="ta2"><table:table-row>
<table:table-cell {text}><text:p>二表</text:p></table:table-cell></table:table-row></table:table>
""" + ODS_TAIL
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    package("features.ods", {"mimetype": mime, "content.xml": content})
    package("locked.ods", {"mimetype": mime, "content.xml": b"\x81\x9a\x00cipher".hex(),
                           "META-INF/manifest.xml": "<m><manifest:encryption-data/></m>"})
    package("letter.odt", {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml":
                           '<office:document-content xmlns:office="o"><office:body><office:text/>'
                           '</office:body></office:document-content>'})
    package("letter.docx", {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations([("rId1", "officeDocument", "word/document.xml")]),
        "word/document.xml": '<w:document xmlns:w="w"/>'})


def compound(streams):
    """An OLE2 container: header, one sector of allocation table, directory, mini streams, streams."""
    size = 512
    end, free, fat_mark = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    fat, body, entries, mini, mini_fat = [fat_mark], b"", [], b"", []

    def place(data):
        nonlocal body
        first, count = len(fat), max(1, -(-len(data) // size))
        fat.extend(first + i + 1 for i in range(count))
        fat[-1] = end
        body += data.ljust(count * size, b"\0")
        return first

    directory_first = 1
    fat.extend([0] * ((len(streams) + 1 + 3) // 4))
    for i in range(directory_first, len(fat)):
        fat[i] = i + 1
    fat[-1] = end
    directory_sectors = len(fat) - 1
    for name, data in streams:
        if len(data) >= 4096:
            entries.append((name, place(data), len(data)))
            continue
        entries.append((name, len(mini_fat), len(data)))
        count = -(-len(data) // 64)
        mini_fat += [len(mini_fat) + i + 1 for i in range(count)]
        mini_fat[-1] = end
        mini += data.ljust(count * 64, b"\0")
    mini_first = place(mini) if mini else end
    mini_fat_first = place(struct.pack(f"<{len(mini_fat)}I", *mini_fat)) if mini else end
    assert len(fat) <= 128
    fat += [free] * (128 - len(fat))

    def entry(name, kind, first, length, child=free, right=free):
        raw = name.encode("utf-16le")
        return (raw.ljust(64, b"\0") + struct.pack("<HBBIII", len(raw) + 2, kind, 1, free, right,
                                                   child)
                + b"\0" * 36 + struct.pack("<III", first, length, 0))

    directory = entry("Root Entry", 5, mini_first, len(mini), child=1)
    for i, (name, first, length) in enumerate(entries):
        directory += entry(name, 2, first, length, right=i + 2 if i + 1 < len(entries) else free)
    directory = directory.ljust(directory_sectors * size, b"\0")
    header = (bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 16
              + struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096,
                            mini_fat_first, 1 if mini else 0, end, 0, 0)
              + struct.pack("<108I", *([free] * 108)))
    return header + struct.pack("<128I", *fat) + directory + body


def record(kind, data=b""):
    return struct.pack("<HH", kind, len(data)) + data


def wide(text, count="<H"):
    raw = text.encode("utf-16le")
    return struct.pack(count, len(raw) // 2) + b"\1" + raw


def narrow(text):
    return struct.pack("<H", len(text)) + b"\0" + text.encode("latin-1")


def shared_strings(items):
    """The table, continued wherever a record is full; a text that is cut repeats its width."""
    limit, records, data = 8224, [], struct.pack("<II", len(items), len(items))
    for item in items:
        width, flag = (2, b"\1") if item[2] & 1 else (1, b"\0")
        head, rest = item[:3], item[3:]
        if len(data) + 3 > limit:
            records.append(data)
            data = b""
        data += head
        while rest:
            room = (limit - len(data)) // width * width
            data, rest = data + rest[:room], rest[room:]
            if rest:
                records.append(data)
                data = flag
    records.append(data)
    return record(0xFC, records[0]) + b"".join(record(0x3C, more) for more in records[1:])


def bof(kind):
    return record(0x809, struct.pack("<HHHHII", 0x600, kind, 0x0DBB, 1996, 0x41, 6))


def at(row, column, style=0):
    return struct.pack("<HHH", row, column, style)


def first_sheet():
    cells = record(0x208, struct.pack("<HHHHHHI", 3, 0, 6, 255, 0, 0, 0x20))
    cells += b"".join(record(0xFD, at(0, i) + struct.pack("<I", i)) for i in range(4))
    cells += record(0x203, at(2, 0) + struct.pack("<d", 13742180967))
    cells += record(0x203, at(2, 1) + struct.pack("<d", 3.29999196709286e17))
    cells += record(0x203, at(2, 2, 1) + struct.pack("<d", 37081))
    cells += record(0x203, at(2, 3, 2) + struct.pack("<d", 37081))
    cells += record(0x27E, at(2, 4) + struct.pack("<I", 42 << 2 | 2))
    cells += record(0x205, at(2, 5) + b"\1\0")
    cells += record(0x06, at(3, 0) + struct.pack("<dHIH", 2.5, 0, 0, 3) + b"\x1e\1\0")
    cells += record(0x06, at(3, 1) + b"\0\0\0\0\0\0\xff\xff" + struct.pack("<HIH", 0, 0, 3)
                    + b"\x1e\1\0") + record(0x207, wide("公式文字"))
    cells += record(0x205, at(3, 2) + b"\x2a\1")
    chart = bof(0x20) + record(0x203, at(0, 0) + struct.pack("<d", 99)) + record(0x0A)
    merged = record(0xE5, struct.pack("<HHHHH", 1, 0, 1, 0, 1))
    size = record(0x200, struct.pack("<IIHHH", 0, 4, 0, 6, 0))
    return bof(0x10) + size + cells + chart + merged + record(0x0A)


def second_sheet():
    """Rows out of order, several numbers in one record."""
    many = struct.pack("<HH", 1, 0) + struct.pack("<HI", 0, 125 << 2 | 3)
    many += struct.pack("<HI", 0, (-3 << 2 | 2) & 0xFFFFFFFF)
    many += struct.pack("<HI", 1, 37081 << 2 | 2) + struct.pack("<H", 2)
    cells = record(0xBD, many)
    cells += b"".join(record(0xFD, at(0, i) + struct.pack("<I", 4 + i)) for i in range(3))
    return bof(0x10) + cells + record(0x0A)


def workbook_stream(sheets, extra=b"", date_mode=0):
    texts = [wide("姓名"), wide("王䶮"), narrow("329999196709286298"), wide("一行\n二行")]
    if len(sheets) > 1:
        texts += [wide("长" * 5000), narrow("abc" + "z" * 4000), wide("尾")]

    def xf(number_format):
        return record(0xE0, struct.pack("<HHHBBBBIIH", 0, number_format, 1, 0x20, 0, 0, 0, 0, 0,
                                        0x20C0))
    head = (bof(5) + extra + record(0x42, struct.pack("<H", 1200))
            + record(0x22, struct.pack("<H", date_mode))
            + record(0x41E, struct.pack("<H", 164) + wide('yyyy"年"m"月"d"日"'))
            + xf(0) + xf(14) + xf(164))
    sst = shared_strings(texts)
    names = [wide(name, "<B") for name, _, _ in sheets]
    offset = len(head) + sum(10 + len(name) for name in names) + len(sst) + 4
    body = b""
    for name, (_, hidden, cells) in zip(names, sheets):
        head += record(0x85, struct.pack("<IBB", offset + len(body), hidden, 0) + name)
        body += cells
    return head + sst + record(0x0A) + body


def excel95_stream():
    def start(kind):
        return record(0x809, struct.pack("<HHHH", 0x500, kind, 0x0DBB, 1996))

    def label(row, column, text):
        raw = text.encode("gbk")
        return record(0x204, at(row, column) + struct.pack("<H", len(raw)) + raw)
    name = "名册".encode("gbk")
    head = (start(5) + record(0x42, struct.pack("<H", 936)) + record(0x22, b"\0\0")
            + record(0xE0, b"\0" * 16) + record(0xE0, struct.pack("<HH", 0, 14) + b"\0" * 12))
    offset = len(head) + 4 + 7 + len(name) + 4
    head += record(0x85, struct.pack("<IHB", offset, 0, len(name)) + name) + record(0x0A)
    return (head + start(0x10) + record(0x200, struct.pack("<HHHHH", 0, 2, 0, 3, 0))
            + label(0, 0, "姓名") + label(1, 0, "马骉")
            + record(0x203, at(1, 1) + struct.pack("<d", 13742180967))
            + record(0x203, at(1, 2, 1) + struct.pack("<d", 37081)) + record(0x0A))


def xls():
    (HERE / "excel95.xls").write_bytes(compound([("Book", excel95_stream().ljust(4096, b"\0"))]))
    two = [("名册", 0, first_sheet()), ("隐藏", 1, second_sheet())]
    (HERE / "features.xls").write_bytes(compound([("Workbook", workbook_stream(two))]))
    (HERE / "small1904.xls").write_bytes(compound([("Workbook", workbook_stream(
        two[:1], date_mode=1))]))
    (HERE / "locked.xls").write_bytes(compound([("Workbook", workbook_stream(
        two[:1], record(0x2F, struct.pack("<HHH", 1, 1, 1) + b"\5" * 48)))]))
    (HERE / "locked.xlsx").write_bytes(compound([("EncryptedPackage", b"\7" * 600),
                                                 ("EncryptionInfo", b"\4\0\4\0@\0\0\0")]))


if __name__ == "__main__":
    features()
    dates_1904()
    strict()
    entities()
    ods()
    xls()
