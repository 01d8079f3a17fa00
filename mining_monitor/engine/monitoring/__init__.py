"""Areas, accuracy, change, volumes, linking, spectral indices."""
