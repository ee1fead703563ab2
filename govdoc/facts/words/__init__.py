"""The words around an amount: where it stands, what they are, and what they say without a subject.

- where it stands: ``clause``, in its sentence; ``case`` is all that the rules of a subject see
- phrases: ``phrase`` knows the words by kind; ``before`` finds the noun that ends before an amount, ``behind`` the one
  that begins behind it, ``opening`` what opens a clause, ``frame`` what stands around a noun, ``bracket`` what
  stands in brackets, ``scope`` places
- what they say: ``preface`` reads them backwards: ``change`` · ``basis`` (said before) · ``purpose``
  (降低成本|28条措施) · ``measure``
- ``telling``: the words of a status · ``plan``: 完成年计划|6亿元|的83%
"""
