"""Training on real pictures whose labels say different things: masks, chips, points, and pictures without a mine.

`samples` says what a labelled picture is, `partial_labels` what a label of each kind forbids, the readers turn each set
into samples, `sites` keeps places apart, `canvases` draws and disturbs, `network`, `loss` and `fit` learn, `measures`
looks at what was held out. ``torch`` is imported by `network`, `loss`, `fit` and `export` only.
"""
