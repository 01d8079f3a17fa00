"""ONNX file and model card to a ready segmenter; the installed models."""
