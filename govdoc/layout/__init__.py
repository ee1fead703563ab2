"""Normal text → header, tree of sections, closing, enclosures.

``zones`` parts a text into the letter and what it encloses (``enclosure``, which a ``label`` 附件1 may open). Each has
the three parts that GB/T 9704-2012 §7.1 gives a document, and each of these has a room with a map of its own;
``part`` is what the rooms hand to each other.

- ``head``: 版头 and what else stands above the text → Header
- ``body``: 主体 → the tree of sections
- ``foot``: 版记 and what else closes the text → Closing
- ``element``: 要素, what may stand in any of them: organs, dates, 发文字号
"""
