"""The body (主体): ``sections`` makes the tree.

- candidates: ``heading`` finds every marker; ``styled`` and ``unnumbered`` headings have none; ``decimals`` are 1.1.1
- which of them are headings: ``sequence``, and not those of the ``contents``; which stands under which: ``nesting``
- where a title ends: ``caption``, and ``runon`` where the line ends are lost
"""
