"""Hostile input ends in a correct result or in one clear sentence, and leaves nothing behind."""
