"""Elements (要素): ``organ`` · ``kind`` (文种) · ``moment`` (成文日期) · ``docno`` (发文字号) · ``addressee`` (主送机关).

``chrome`` is what a web page or converter put around a document, ``pieces`` are the lines, and in flat text the runs between
spaces, in which elements are looked for.
"""
