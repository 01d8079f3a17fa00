"""Areas, accuracy, change: what the sectors say in numbers."""
