"""The reading view: two panes on one ruler, the gutter between them, the strip beside them."""
