"""How good models are on labelled data that they never saw, and what a simple rule would have given."""
