"""Tables: ``grid`` with rows, ``cell`` flattened to a cell a line; their heads give unit and subject.

``head`` reads the heads of both for the unit, ``columns`` what each column is of; ``meaning`` tells whose amounts
the cells are.
"""
