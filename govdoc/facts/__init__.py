"""Numbers: found, given a role, read exactly, and linked to what they say.

Two floors, the upper on top of the lower; ``find`` and ``link`` are the stairs that ``parse.py`` takes.

**Finding** (``find``: one pass with the pattern of ``scan``, each number read once; ``overlap`` says who wins; ``mention`` is what it hands on)

- what a number is: ``numeral`` · ``unit`` · ``subunit`` · ``qualifier`` · ``side`` → ``quantity``; in Chinese numerals
  ``chinese``, without a size ``vague``, as a share ``ratio``, alone in a sentence ``bare``
- what it is when it is no amount: ``date`` · ``clock`` · ``plan`` · ``reckoned`` (近三年) · ``era`` · ``lunar`` · ``ordinal`` ·
  ``grade`` · ``label`` · ``mark`` (图1)
- what its neighbours tell it: ``series`` (8.9和5.6个百分点), ``grid`` (a table with rows) and ``cell`` (one
  flattened to a cell a line); ``head`` reads their heads
- ``models``: the public values

**Linking** (``link``: the thread of a text; ``clause`` is where each amount stands, ``case`` what its rules see)

- what stands before it: ``preface`` → ``change`` · ``basis`` (said before) · ``measure``
- subject: ``naming`` asks ``left`` (before: ``subject`` is the phrase, ``opening`` what begins its clause, ``frame`` what
  stands around it, ``own`` what belongs to another amount) · ``follow`` (behind: ``object`` is the phrase, ``extent``
  where it ends) ·
  ``again`` (the same unit) · ``borrow`` (left out) · ``alone`` (its verb) · ``member`` (of a list) · ``headed``
  (before a colon) · ``granted`` (what is given) ·
  ``portion`` (占) · ``scored`` (marks) · ``duration`` · ``table`` and ``columns``; ``phrase`` knows their words,
  ``indicator`` the id
- scope: ``scope`` (words) → ``scoping``
- time: ``year`` (of the document; without title and date ``undated``) · ``section`` · ``lead`` · ``times`` ·
  ``reported`` (现将…如下) · ``course`` (``against``: what is compared with) ·
  ``respective`` (分别) · ``deadline`` (（10月底前完成）) → ``period``
- status: ``genre`` (of the text) · ``norm`` · ``intent`` · ``expected`` (预计) ·
  ``happened`` (同比) · ``tense`` (before or after the time of speaking) → ``status``
"""
