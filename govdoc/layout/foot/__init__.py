"""The foot (版记, 署名): what closes a text. ``closing`` makes the model.

``tail`` reads it element by element, ``signoff`` finds 署名 and 成文日期 wherever they stand, ``attachment`` the 附件说明.
"""
