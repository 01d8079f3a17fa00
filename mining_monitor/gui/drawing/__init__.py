"""Editing on the map: tools that end in one undo step each, and the toolbar that holds them."""
