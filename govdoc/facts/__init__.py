"""Numbers: found, given a role, read exactly, and linked to what they say.

Two floors, the upper on top of the lower; ``find`` and ``link`` are the stairs that ``parse.py`` takes.

**Finding** (``find``: one pass with the pattern of ``scan``, each number read once; ``overlap`` says who wins;
``mention`` is what it hands on)

- in Arabic numerals ``digits`` decides, in Chinese ones ``chinese``; what stands alone in a sentence ``bare``
- an amount: ``quantity`` reads its ``side`` or sides, each a ``numeral`` with ``unit`` or ``subunit`` and what
  qualifies it (``qualifier``); without a size ``vague``, as a share ``ratio``
- no amount: ``date`` · ``day`` · ``clock`` · ``fiveyear`` (“十四五”) · ``reckoned`` (近三年) · ``era`` · ``lunar`` · ``ordinal`` ·
  ``grade`` · ``label`` · ``mark`` (图1)
- what its neighbours give it: ``series`` (8.9和5.6个百分点) the unit of a list; ``grid`` the unit of a table with rows,
  ``cell`` that of one flattened to a cell a line; ``head`` reads the heads of both
- ``models``: the public values

**Linking** (``link``: the thread of a text; ``clause`` is where each amount stands, ``case`` what its rules see)

- the words before it: ``preface`` → ``change`` · ``basis`` (said before) · ``measure``
- subject: ``naming`` asks its rules in order; ``phrase`` knows their words, ``indicator`` the id

  - in the words before: ``left``; ``subject`` is their phrase, ``opening`` what begins its clause, ``frame`` what stands
    around it, ``own`` what is left to this amount
  - in the words behind: ``follow``; ``behind`` is their phrase, ``extent`` where it ends
  - elsewhere: ``again`` (with the same unit) · ``borrow`` (with an earlier amount) · ``topic`` (in an earlier clause) · ``colon`` (before one) · ``alone`` (the
    verb) · ``member`` (one of a list) · ``table`` (a flattened one, ``columns`` its heads)
  - of special amounts: ``granted`` (money given) · ``reached`` (惠及) · ``portion`` (占) · ``fulfil`` (完成计划) · ``scored`` (marks) · ``duration``

- scope: ``scope`` (words) → ``scoping``
- time: ``year`` (of the document; without title and date ``undated``; ``twofold`` a summary that plans) · ``section`` ·
  ``held`` (活动时间) · ``lead`` · ``times`` (``todate`` since January) · ``reported`` (现将…如下) · ``course`` (``against``: what is compared
  with) · ``respective`` (分别) · ``deadline`` (（10月底前完成）) → ``period``
- status: ``genre`` (of the text) · ``norm`` · ``standing`` · ``intent`` (how far a plan reaches) · ``expected`` (预计) ·
  ``happened`` (同比) · ``tense`` (before or after the time of speaking) → ``status``
"""
