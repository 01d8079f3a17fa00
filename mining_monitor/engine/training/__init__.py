"""Training of segmentation models: chips, training, checkpoint to ONNX and card.

Only modules of this package import ``torch``, and only those that need it: `network`, `loop` and `export`.
"""
