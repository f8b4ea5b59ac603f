#!/usr/bin/env python3
"""Makes characters.bin, the table of Chinese characters that core/names reads.

Sources (Debian packages; run again when they change):
  unicode-data      Unihan_Readings, Unihan_IRGSources   (Unicode data files licence)
  rime-data-stroke  stroke.dict.yaml                     (LGPL-3)

Layout of the file, all numbers little-endian, sections in this order:
  8 bytes  "BLCHARS1"
  u32 x 4  number of ranges, of characters, of reading lists, bytes of reading lists
  ranges           u32 first code point, u32 last code point, u32 index of the first character
  reading lists    "dan1 shan4|chan2" each ended by a zero byte; the common readings stand before |
  per character    u16 number of its reading list (0: none)
  per character    u8 stroke count of the mainland form (0: not known)
  per character    u8 length of its stroke sequence (0: not known)
  sequences        strokes 1-5 (heng shu pie dian zhe), three to a byte, base 5, each from a new byte
"""
import bz2
import re
import struct
import sys
import unicodedata
from pathlib import Path

UNICODE = Path("/usr/share/unicode")
STROKES = Path("/usr/share/rime-data/stroke.dict.yaml")
ORDER = {"h": 0, "s": 1, "p": 2, "n": 3, "z": 4}
TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}


def plain(syllable):
    """lǜ -> lv4; None for what is no Mandarin syllable."""
    tone, letters = "5", ""
    for char in unicodedata.normalize("NFD", syllable.strip().lower()):
        if char in TONES:
            tone = TONES[char]
        elif char == "\u0308":
            letters = letters[:-1] + "v"
        elif char == "\u0302":
            continue
        else:
            letters += char
    return letters + tone if re.fullmatch("[a-z]+", letters) else None


def unihan(name, wanted):
    found = {}
    with bz2.open(UNICODE / f"Unihan_{name}.txt.bz2", "rt", encoding="utf-8") as lines:
        for line in lines:
            parts = line.rstrip("\n").split("\t")
            if len(parts) == 3 and parts[1] in wanted:
                found.setdefault(int(parts[0][2:], 16), {})[parts[1]] = parts[2]
    return found


def reading_list(fields):
    """Common readings first: the default, then those that share its use in running text."""
    common, rare = [], []

    def add(to, syllable):
        text = plain(syllable)
        if text and text not in common and text not in rare:
            to.append(text)

    # A second value is the reading of Taiwan.
    for syllable in fields.get("kMandarin", "").split()[:1]:
        add(common, syllable)
    used = re.findall(r"([^\s(]+)\((\d+)\)", fields.get("kHanyuPinlu", ""))
    most = max((int(count) for _, count in used), default=0)
    for syllable, count in used:
        add(common if int(count) * 20 >= most else rare, syllable)
    # Characters outside the frequency list are rare words, but are given as names (茜, 晟).
    to = rare if used else common
    for group in fields.get("kTGHZ2013", "").split():
        for syllable in group.split(":")[1].split(","):
            add(to, syllable)
    for group in fields.get("kXHC1983", "").split():
        for syllable in group.split(":")[1].split(","):
            add(to, syllable)
    text = " ".join(common)
    return text + "|" + " ".join(rare) if rare else text


def stroke_sequences():
    """Code point -> sequences, the best first.

    The list has the Taiwan forms first; after a note come the mainland forms that differ."""
    taiwan, mainland = {}, {}
    to = taiwan
    for line in STROKES.read_text(encoding="utf-8").splitlines():
        if "Mainland China's standard Hanzi glyph" in line:
            to = mainland
        parts = line.split("\t")
        if len(parts) >= 2 and len(parts[0]) == 1 and re.fullmatch("[hspnz]+", parts[1]):
            to.setdefault(ord(parts[0]), []).append(parts[1])
    if not mainland:
        sys.exit("the note before the mainland forms is gone from stroke.dict.yaml")
    return {code: mainland.get(code, []) + taiwan.get(code, [])
            for code in mainland.keys() | taiwan.keys()}


def packed(sequence):
    out = bytearray()
    for i in range(0, len(sequence), 3):
        group = [ORDER[stroke] for stroke in sequence[i:i + 3]] + [0, 0]
        out.append(group[0] * 25 + group[1] * 5 + group[2])
    return bytes(out)


def main():
    fields = unihan("Readings", {"kMandarin", "kHanyuPinlu", "kTGHZ2013", "kXHC1983"})
    counts = unihan("IRGSources", {"kTotalStrokes"})
    sequences = stroke_sequences()
    lists, numbers = {"": 0}, []
    strokes, lengths, bodies = bytearray(), bytearray(), bytearray()
    ranges = []
    characters = sorted(fields.keys() | counts.keys() | sequences.keys())
    for index, code in enumerate(characters):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code, index])
        numbers.append(lists.setdefault(reading_list(fields.get(code, {})), len(lists)))
        # The first count is the one for the mainland.
        count = int(counts.get(code, {}).get("kTotalStrokes", "0").split()[0])
        known = sequences.get(code, [])
        fitting = [s for s in known if len(s) == count]
        sequence = (fitting or known or [""])[0]
        strokes.append(count or len(sequence))
        lengths.append(len(sequence))
        bodies += packed(sequence)
    texts = b"".join(text.encode() + b"\0" for text in lists)
    out = b"BLCHARS1" + struct.pack("<4I", len(ranges), len(characters), len(lists), len(texts))
    out += b"".join(struct.pack("<3I", *entry) for entry in ranges)
    out += texts + struct.pack(f"<{len(numbers)}H", *numbers) + strokes + lengths + bodies
    target = Path(__file__).with_name("characters.bin")
    target.write_bytes(out)
    print(f"{len(characters)} characters, {len(ranges)} ranges, {len(lists)} reading lists, "
          f"{len(out)} bytes")


if __name__ == "__main__":
    main()
