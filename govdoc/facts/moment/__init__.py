"""Moments: ``date`` · ``day`` · ``clock`` · ``fiveyear`` (“十四五”) · ``reckoned`` (近三年) · ``era`` (民国二十年) · ``lunar``."""
