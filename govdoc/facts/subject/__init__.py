"""Subjects: what is counted. ``naming`` asks its rules in order; ``indicator`` knows the id of a name.

- in the words before: ``left``, ``own`` (what is left to this amount)
- in the words behind: ``follow``; ``extent`` is where they end
- elsewhere: ``again`` (with the same unit) · ``borrow`` (with an earlier amount) · ``topic`` (in an earlier clause) ·
  ``colon`` (before one) · ``alone`` (the verb) · ``member`` (one of a list)
- of special amounts: ``granted`` (money given) · ``reached`` (惠及) · ``portion`` (占) · ``fulfil`` (完成计划) ·
  ``scored`` (marks) · ``duration`` · ``often``
"""
