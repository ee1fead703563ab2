"""Synthetic reports with their labels, any number, from a seed: for scale, for speed, for known answers.

    python -m benchmarks.generate 1000 -o out/synthetic --seed 7

writes ``00001-<kind>/doc.txt`` and ``gold.json`` (the format of corpus/README.md).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from benchmarks.grammar import CLAUSES, GENRES, HEADINGS, NOT_AMOUNTS, PLACES, SENTENCES, TAILS, Clause, Genre, Tail
from benchmarks.han import han, han_decimal
from benchmarks.mess import MESSES

Gold = dict[str, Any]
_MULTIPLIERS = {"万": 10**4, "亿": 10**8}
_WRITTEN = {  # bound → how the amount is written
    "about": "约{n}{u}",
    "nearly": "近{n}{u}",
    "over": "{n}余{u}",
    "over_verb": "超过{n}{u}",
    "at_least": "不少于{n}{u}",
    "at_most": "不超过{n}{u}",
    "range": "{n}—{m}{u}",
}
_BOUND = {"han": "exact", "over_verb": "over"}
_ROUND_FROM = 20  # 余 stands behind a round number only
_IN_WORDS = 0.15  # share of percentages in words: 百分之七点九
_TAILED = 0.5  # share of indicators with a second amount
_RUN_IN = 0.6  # share of second-level headings with text on their line
_ITEMIZED = 0.25  # share of second-level sections told as 一是…二是…
_WORDS_ONLY = 0.3  # share of sentences without an amount


class Report(NamedTuple):
    """A text and what a careful reader would say of it."""

    text: str
    gold: Gold


class Told(NamedTuple):
    """What the sentences of a section have in common."""

    family: str  # of clauses
    status: str
    opening: str  # of a sentence with amounts
    period: str | None


class Writer:
    """One report under way: the labels of what its sentences say."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.facts: list[Gold] = []

    def amount(self, row: Clause | Tail, bound: str) -> tuple[str, Gold]:
        """An amount as it is written, and its number, unit and bound."""
        scale = 10**row.places
        number = Decimal(self.random.randint(row.low * scale, row.high * scale)) / scale
        if bound == "over" and number > _ROUND_FROM:
            number = Decimal(int(number) // 10 * 10)
        written = han(int(number)) if bound == "han" else f"{number:f}"
        text = _WRITTEN.get(bound, "{n}{u}").format(n=written, m=number + 50, u=row.unit)
        if row.unit == "%" and self.random.random() < _IN_WORDS:
            text = "百分之" + han_decimal(number)
        size = _MULTIPLIERS.get(row.unit[0], 1)
        unit = row.unit[1:] if size > 1 or row.unit == "个百分点" else row.unit
        label = {"text": text, "unit": unit, "bound": _BOUND.get(bound, bound)}
        if bound == "range":
            return text, {**label, "low": f"{number * size:f}", "high": f"{(number + 50) * size:f}"}
        return text, {**label, "value": f"{number * size:f}"}

    def clause(self, row: Clause, told: Told) -> str:
        """A clause with its amount, now and then with a second amount of the same subject."""
        text, label = self.amount(row, self.random.choice(row.bounds.split()))
        fact = {"measure": "level", "subject": row.subject, "status": told.status, "period": told.period}
        self.facts.append({**label, **fact})
        tails = [t for t in TAILS if (t.unit == "个百分点") == (row.unit == "%")]
        if row.family not in ("economy", "budget") or self.random.random() > _TAILED:
            return row.text.format(q=text)
        tail = self.random.choice(tails)
        second, label = self.amount(tail, "exact")
        if tail.measure == "rank":  # the 第 of 第3位 belongs to the amount
            label["text"] = "第" + second
        extra = {"measure": tail.measure, "direction": tail.direction, "basis": tail.basis, "scope": tail.scope}
        self.facts.append({**label, **fact, **extra})
        return row.text.format(q=text) + tail.text.format(q=second)

    def sentence(self, told: Told) -> str:
        """One to three clauses of a family, or words without amounts."""
        if not told.family or self.random.random() < _WORDS_ONLY:
            return self.random.choice(SENTENCES)
        rows = self.random.sample([c for c in CLAUSES if c.family == told.family], self.random.randint(1, 3))
        return told.opening + "，".join(self.clause(row, told) for row in rows) + "。"

    def section(self, number: int, title: str, told: Told) -> tuple[list[str], Gold]:
        """A first-level section with two to four second-level ones."""
        lines = [f"{han(number)}、{title}"]
        tree: Gold = {"marker": f"{han(number)}、", "title": title, "children": []}
        for i, heading in enumerate(self.random.sample(HEADINGS, self.random.randint(2, 4)), 1):
            body, items = self._body(told)
            run_in = self.random.random() < _RUN_IN
            lines += [f"（{han(i)}）{heading}。{body}"] if run_in else [f"（{han(i)}）{heading}", body]
            tree["children"].append({"marker": f"（{han(i)}）", "title": heading, "children": items})
        return lines, tree

    def _body(self, told: Told) -> tuple[str, list[Gold]]:
        """A paragraph, and its 一是 items when it is told in items."""
        sentences = [self.sentence(told) for _ in range(self.random.randint(2, 5))]
        if self.random.random() > _ITEMIZED:
            return "".join(sentences), []
        titles = self.random.sample(HEADINGS, len(sentences))
        markers = [f"{han(i)}是" for i in range(1, len(sentences) + 1)]
        items: list[Gold] = [{"marker": m, "title": t, "children": []} for m, t in zip(markers, titles, strict=True)]
        return "".join(f"{m}{t}。{s}" for m, t, s in zip(markers, titles, sentences, strict=True)), items


def report(random: Random, genre: Genre) -> Report:
    """One report of a genre."""
    year, place = random.randint(2016, 2025), random.choice(PLACES)
    fill = {"place": place, "year": year, "next": year + 1}
    writer = Writer(random)
    head, header = _header(random, genre, fill)
    body: list[str] = []
    sections: list[Gold] = []
    for i, (title, family, status) in enumerate(genre.sections, 1):
        lines, tree = writer.section(i, title.format(**fill), _told(genre, title, family, status, year))
        body += lines
        sections.append(tree)
    end, closing = _closing(random, place, year) if genre.signed else ([], {})
    ending = [genre.ending] if genre.ending else []
    gold: Gold = {"kind": genre.kind, "header": header, "sections": sections, "closing": closing}
    lines = [*head, *body, *ending, *end]
    if genre.enclosure:
        title = genre.enclosure.format(**fill)
        lines = [*head, *end, "", title, "", *body]
        gold |= {"sections": [], "enclosures": [{"title": title, "sections": sections}]}
    mess = random.choice(MESSES)
    clean = "\n".join(lines)
    text = mess.make(clean)
    gold |= {"facts": writer.facts, "passage": [0, len(text)], "not_amounts": [x for x in NOT_AMOUNTS if x in clean]}
    return Report(text, {"about": f"synthetic {genre.name}", "mess": [mess.name], **gold})


def _told(genre: Genre, title: str, family: str, status: str, year: int) -> Told:
    """How the sentences of a section open, and what time their amounts are about."""
    headings = genre.title + title
    if status == "rule":
        return Told(family, status, "", None)
    if status == "planned":
        return Told(family, status, "力争", str(year + 1) if "{next}" in headings else None)
    if "{year}" in headings:
        return Told(family, status, "全年", str(year))
    return Told(family, status, "今年以来，", str(year) if genre.signed else None)


def _header(random: Random, genre: Genre, fill: dict[str, Any]) -> tuple[list[str], Gold]:
    title = genre.title.format(**fill)
    lines, header = [], {"title": title}
    if genre.mark:
        header["doc_number"] = f"{fill['place'][0]}{genre.mark}〔{fill['year']}〕{random.randint(1, 300)}号"
        lines += [header["doc_number"], ""]
    lines += [title, ""]
    if genre.addressee:
        header["addressees"] = genre.addressee
        lines.append(genre.addressee + "：")
    return lines + ([genre.opening.format(**fill)] if genre.opening else []), header


def _closing(random: Random, place: str, year: int) -> tuple[list[str], Gold]:
    month, day, organ = random.randint(1, 12), random.randint(1, 28), f"{place}人民政府"
    return ["", organ, f"{year}年{month}月{day}日"], {"signatures": [organ], "date": f"{year}-{month:02}-{day:02}"}


def reports(count: int, seed: int = 0) -> Iterator[Report]:
    """``count`` reports, the genres in turn; the same seed gives the same texts.

    >>> first, second = reports(2, seed=1)
    >>> first.text == next(reports(1, seed=1)).text, second.gold["kind"]
    (True, '工作报告')
    """
    random = Random(seed)
    for i in range(count):
        yield report(random, GENRES[i % len(GENRES)])


def main() -> None:
    """Write reports as folders of doc.txt and gold.json."""
    ap = argparse.ArgumentParser(description="Write labelled synthetic reports.")
    ap.add_argument("count", type=int)
    ap.add_argument("-o", "--out", type=Path, required=True)
    ap.add_argument("--seed", type=int, default=0)
    args = ap.parse_args()
    for i, made in enumerate(reports(args.count, args.seed), 1):
        folder = args.out / f"{i:05}-{made.gold['kind']}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "doc.txt").write_text(made.text, encoding="utf-8", newline="")
        (folder / "gold.json").write_text(json.dumps(made.gold, ensure_ascii=False, indent=1), encoding="utf-8")
    print(f"{args.count} reports in {args.out}")


if __name__ == "__main__":
    main()
