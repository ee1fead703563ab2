"""Numbers as they are written: amounts with unit and bound, and the numbers that are no amounts.

- a numeral: ``numeral`` reads it; ``scan`` is the one pattern that finds all, ``chinese`` decides what a number in
  Chinese ones is, ``bare`` what one is that stands alone in a sentence
- an amount: ``quantity`` reads its ``side`` or sides, each a numeral with ``unit`` or ``subunit`` and what
  qualifies it (``qualifier``); without a size ``vague``, as a share ``ratio``; ``series`` (8.9和5.6个百分点) gives
  the members of a list their unit
- no amount: ``ordinal`` · ``grade`` · ``label`` · ``mark`` (图1)
- ``overlap`` says who wins where two readings meet
"""
