"""The head (版头): what stands above the text. ``header`` makes the model of what ``reading`` found.

- ``reading`` goes through the ``cells``, until the text begins; ``cuts`` parts what stands in one piece, ``glued`` what
  has no mark between
- ``title`` · ``subtitle`` · ``speaker`` · ``signer`` (签发人) · ``adoption`` (题注)
"""
