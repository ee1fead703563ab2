"""Status: whether it happened, is intended, or is a norm. ``judge`` decides, the nearest word first.

- of the text: ``genre``; of standing facts: ``standing``
- ``norm``: a condition or a limit · ``intent``: how far a plan reaches · ``expected`` (预计) · ``happened`` (同比)
- ``tense``: before or after the time of speaking
"""
