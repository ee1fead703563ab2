"""A parsed document against what a careful reader wrote down (gold.json; the format is in corpus/README.md).

Strings are compared without white space and with brackets of one kind. Amounts and dates of the gold carry no
place: they are looked up in the text in their order.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from difflib import SequenceMatcher
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from govdoc.model.document import Document, Enclosure
from govdoc.model.fact import Fact
from govdoc.model.quantity import Quantity, Role
from govdoc.model.section import Section
from govdoc.model.span import Span

Gold = dict[str, Any]
_BLANK = re.compile(r"[\s\u3000\u00a0\u200b\ufeff]+")
_ONE_KIND = str.maketrans(
    "()[]〔〕［］【】﹝﹞,:;．％０１２３４５６７８９", "（）〔〕〔〕〔〕〔〕〔〕，：；.%0123456789"
)
_ALIKE = 0.85  # share of common characters from which two subjects name one thing


class Tally:
    """Right, found and wanted; F1 of them."""

    def __init__(self) -> None:
        self.right = self.found = self.wanted = 0

    def add(self, right: int, found: int, wanted: int) -> None:
        """Count."""
        self.right, self.found, self.wanted = self.right + right, self.found + found, self.wanted + wanted

    @property
    def f1(self) -> float:
        """F1; 1 when nothing was wanted and nothing found."""
        total = self.found + self.wanted
        return 2 * self.right / total if total else 1.0


class Miss(NamedTuple):
    """One difference, for the reader of an error list."""

    figure: str
    document: str
    what: str


class Score:
    """The figures over any number of documents."""

    def __init__(self) -> None:
        self.figures: dict[str, Tally] = defaultdict(Tally)
        self.misses: list[Miss] = []

    def document(self, doc: Document, gold: Gold, name: str = "") -> None:
        """Score one document."""
        self._same("kind", name, [doc.kind.value if doc.kind else None], [gold.get("kind")])
        self._same("header", name, header_pairs(doc), gold_pairs(gold))
        self._headings(doc, gold, name)
        if "references" in gold:
            wanted = [plain(r.get("title") or r.get("doc_number") or r.get("article")) for r in gold["references"]]
            self._same("references", name, [reference_name(r) for r in doc.references], wanted)
        if "issues" in gold:
            self._same("issues", name, {i.code.value for i in doc.issues} - {"unknown_numeral"}, gold["issues"])
        self._facts(doc, gold, name)
        self._dates(doc, gold, name)

    def _same(self, figure: str, name: str, found: Iterable[Any], wanted: Iterable[Any]) -> None:
        """Compare two bags."""
        have, want = Counter(found), Counter(wanted)
        self.figures[figure].add((have & want).total(), have.total(), want.total())
        self.misses += [Miss(figure, name, f"missed {x}") for x in want - have]
        self.misses += [Miss(figure, name, f"extra {x}") for x in have - want]

    def _share(self, figure: str, name: str, *, ok: bool, what: str) -> None:
        self.figures[figure].add(ok, 1, 1)
        if not ok:
            self.misses.append(Miss(figure, name, what))

    def _headings(self, doc: Document, gold: Gold, name: str) -> None:
        found = [*tree(doc), *(h for e in doc.enclosures for h in tree(e))]
        trees = [gold["sections"], *(e.get("sections", []) for e in gold.get("enclosures", []))]
        wanted = [h for sections in trees for h in gold_tree(sections)]
        keys = [h[:2] for h in wanted], [h[:2] for h in found]
        matcher = SequenceMatcher(None, *keys, autojunk=False)
        pairs = {a + i: b + i for a, b, n in matcher.get_matching_blocks() for i in range(n)}
        self.figures["headings"].add(len(pairs), len(found), len(wanted))
        for a, b in pairs.items():
            ok = wanted[a][2] == found[b][2]
            self._share("parent", name, ok=ok, what=f"{wanted[a][:2]} under {found[b][2]}, wanted {wanted[a][2]}")
        hit = set(pairs.values())
        self.misses += [Miss("headings", name, f"missed {h[:2]}") for i, h in enumerate(wanted) if i not in pairs]
        self.misses += [Miss("headings", name, f"extra {h[:2]}") for i, h in enumerate(found) if i not in hit]

    def _facts(self, doc: Document, gold: Gold, name: str) -> None:
        passage = Span(*gold["passage"])
        facts = [f for f in doc.facts if passage.overlaps(f.quantity.span)]
        left = list(facts)
        for want, span in placed(doc.text, gold["facts"], passage):
            here = [f for f in left if span and f.quantity.span.overlaps(span) and same_number(f.quantity, want)]
            self.figures["quantity"].add(bool(here), 0, 1)
            strict = False
            if here:
                left.remove(here[0])
                strict = self._fact(here[0], want, name)
            else:
                self.misses.append(Miss("quantity", name, f"missed {want['text']} ({want.get('subject')})"))
            self.figures["strict"].add(strict, 0, 1)
        for figure in ("quantity", "strict"):
            self.figures[figure].add(0, len(facts), 0)
        self.misses += [Miss("quantity", name, f"extra {f.quantity.text!r} in {f.text[:30]!r}") for f in left]
        amounts = {plain(f.quantity.text) for f in facts}
        for words in gold.get("not_amounts", []):
            self._share("not_amounts", name, ok=plain(words) not in amounts, what=words)

    def _fact(self, fact: Fact, want: Gold, name: str) -> bool:
        """Score the fields of a found amount; whether those of the strict figure are all right."""
        q, change = fact.quantity, fact.change
        checks = {
            "unit": rate(q.unit.symbol) == rate(want.get("unit")),
            "bound": q.bound.value == want["bound"],
            "measure": fact.measure.value == want["measure"],
            "subject": same_subject(want, fact.subject.value if fact.subject else ""),
            "status": fact.status.value == want.get("status", "actual"),
            "scope": plain(fact.scope.value if fact.scope else "") == plain(want.get("scope")),
            "period": (fact.period.value if fact.period else "") == (want.get("period") or ""),
        }
        if want["measure"] == "change":
            checks["direction"] = change is not None and change.direction.value == want.get("direction")
            checks["basis"] = plain(change.basis.value if change and change.basis else "") == plain(want.get("basis"))
        for figure, ok in checks.items():
            got = {"unit": q.unit.symbol, "bound": q.bound, "scope": fact.scope, "period": fact.period}.get(
                figure, getattr(fact, figure, change)
            )
            said = getattr(got, "value", got)
            self._share(figure, name, ok=ok, what=f"{want['text']}: wanted {want.get(figure)}, got {said}")
        return all(checks.get(x, True) for x in ("unit", "bound", "measure", "direction", "subject"))

    def _dates(self, doc: Document, gold: Gold, name: str) -> None:
        if "dates" not in gold:
            return
        passage = Span(*gold["passage"])
        found = [n for n in doc.numerals if n.role is Role.DATE and passage.overlaps(n.span)]
        for want, span in placed(doc.text, gold["dates"], passage):
            here = [n.date for n in found if span and n.span.overlaps(span)]
            right = any((d.value if d else None) == want["value"] for d in here)
            self.figures["date"].add(right, 0, 1)
            if not right:
                self.misses.append(Miss("date", name, f"{want['text']}: wanted {want['value']}, got {here}"))
        self.figures["date"].add(0, len(found), 0)


def plain(words: object) -> str:
    """A string without white space, brackets and digits of one kind."""
    return _BLANK.sub("", str(words or "")).translate(_ONE_KIND)


def header_pairs(doc: Document) -> list[tuple[str, str]]:
    """(field, value) of header, closing and enclosures."""
    h, c = doc.header, doc.closing
    fields: dict[str, tuple[object, ...]] = {
        "title": (h.title,),
        "doc_number": (h.doc_number and h.doc_number.text,),
        "issuer_marks": h.issuer_marks,
        "signatories": h.signatories,
        "addressees": (h.addressees,),
        "speaker": (h.speaker,),
        "security": (h.security,),
        "urgency": (h.urgency,),
        "copy_number": (h.copy_number and h.copy_number.text,),
        "subtitle": (h.subtitle,),
        "signatures": c.signatures,
        "date": (c.date or h.date,),
        "note": (c.note,),
        "attachments": tuple(a.title for a in c.attachments),
        "cc": c.cc,
        "printer": (c.printer,),
        "print_date": (c.print_date,),
        "enclosure": tuple(e.header.title for e in doc.enclosures),
    }
    return [(field, trimmed(field, getattr(v, "value", v))) for field, values in fields.items() for v in values if v]


def trimmed(field: str, words: object) -> str:
    """A header value as both sides write it: no colon behind the addressees, no brackets around the note."""
    return plain(words).strip({"addressees": "：", "note": "（）"}.get(field, ""))


def gold_pairs(gold: Gold) -> list[tuple[str, str]]:
    """The same of the gold; one date, that of the closing first."""
    closing = gold.get("closing") or {}
    fields = {**gold["header"], **{k: v for k, v in closing.items() if v}}
    fields["enclosure"] = [e["title"] for e in gold.get("enclosures", [])]
    pairs = [(field, v) for field, values in fields.items() for v in (values if isinstance(values, list) else [values])]
    return [(field, trimmed(field, v)) for field, v in pairs if v]


def tree(part: Document | Enclosure) -> Iterator[tuple[str, str, tuple[str, str] | None]]:
    """(marker, title, marker and title of the heading above) of every section."""

    def walk(sections: tuple[Section, ...], above: tuple[str, str] | None) -> Iterator[Any]:
        for s in sections:
            key = plain(s.marker.text if s.marker else ""), plain(s.title.value if s.title else "").rstrip("。；：，.")
            yield *key, above
            yield from walk(s.children, key)

    return walk(part.sections, None)


def gold_tree(sections: list[Gold], above: tuple[str, str] | None = None) -> Iterator[Any]:
    """The same of the gold."""
    for s in sections:
        key = plain(s["marker"]), plain(s["title"]).rstrip("。；：，.")
        yield *key, above
        yield from gold_tree(s.get("children", []), key)


def reference_name(reference: Any) -> str:
    """What a reference is called: its title, else its number, else its words."""
    title, number = reference.title, reference.doc_number
    return plain(title.value if title else number.text if number else reference.text)


def placed(text: str, wanted: list[Gold], passage: Span) -> Iterator[tuple[Gold, Span | None]]:
    """Each labelled mention with its place: the next occurrence of its words, spaces aside."""
    keep = [i for i in range(*passage) if not _BLANK.match(text[i])]
    flat = plain("".join(text[i] for i in keep))
    at = 0
    for want in wanted:
        words = plain(want["text"])
        found = flat.find(words, at)
        if found < 0:
            yield want, None
            continue
        at = found + len(words)
        yield want, Span(keep[found], keep[at - 1] + 1)


def rate(symbol: object) -> str:
    """元/人/天 and 元/天·人 are one rate."""
    head, *per = re.sub(r"[·•]", "/", plain(symbol)).split("/")
    return "/".join([head, *sorted(per)])


def same_number(q: Quantity, want: Gold) -> bool:
    """Whether the numbers agree; a ratio is taken on its place alone."""
    if want.get("measure") == "ratio":
        return True
    if want["bound"] == "range":
        return _near(want.get("low"), q.low) and _near(want.get("high"), q.high)
    return _near(want.get("value"), q.value)


def _near(want: str | None, got: Decimal | None) -> bool:
    if not want or got is None:
        return not want and got is None
    a, b = Fraction(want), Fraction(got)
    return abs(a - b) <= max(abs(a), abs(b)) / 10**9


def same_subject(want: Gold, got: str) -> bool:
    """Whether a reader would take the two names for one thing."""
    head, full, name = plain(want.get("subject")), plain(want.get("subject_full") or want.get("subject")), plain(got)
    if not head or not name:
        return not head
    short, long = sorted((head, name), key=len)
    if (head in name and name in full) or (short in long and 2 * len(short) >= len(long)):
        return True
    return 2 * (Counter(head) & Counter(name)).total() / (len(head) + len(name)) >= _ALIKE


def gold_documents(folder: Path) -> Iterator[tuple[str, str, Gold]]:
    """(name, text, gold) of every folder with doc.txt and gold.json."""
    for path in sorted(folder.glob("*/gold.json")):
        with path.with_name("doc.txt").open(encoding="utf-8", newline="") as file:
            yield path.parent.name, file.read(), json.loads(path.read_text(encoding="utf-8"))
