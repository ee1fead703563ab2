"""Numbers: found, given a role, read exactly, and linked to what they say.

Two floors; ``find`` and ``link`` are the stairs that ``parse.py`` takes, ``mention`` is what one hands to the
other, ``models`` makes the public values. Each floor has its rooms, and each room a map of its own:

**Finding** (``find``: one pass over the text, each number read once; in Arabic numerals ``digits`` decides)

- ``number``: amounts, read exactly, and numbers that are no amounts
- ``moment``: dates, times and years
- ``table``: what a number gets from the heads of its column and row (the last of them when it is linked)

**Linking** (``link``: the thread of a text, each question asked of all amounts before the next)

- ``words``: the words around an amount, and what they say of its change and its measure
- ``subject``: what is counted
- ``time``: when
- ``status``: whether it happened, is intended or is a norm
- ``scoping``: for whom
"""
