"""Periods: when. ``period`` decides between what the text, its headings and the clause say; ``value`` makes it.

- of the document: ``told``, ``year`` of its words; without title and date ``undated``; ``twofold`` is a summary that plans
- of the moments: ``resolved``; ``aside`` is what is only compared with
- of a heading: ``section``; of an activity: ``held`` (活动时间)
- said around: ``times`` (``todate`` since January) · ``lead`` (2021年，…。…) · ``reported`` (现将…如下)
- said of this amount: ``course`` (从2020年的A增长到B; ``against``: what is compared with) · ``respective`` (分别) ·
  ``deadline`` (（10月底前完成）)
"""
