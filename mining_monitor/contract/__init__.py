"""Requests, results, progress and errors: what goes through the door (ARCHITECTURE "The door").

Frozen dataclasses that are JSON on the wire; standard library only, for both programs.
"""
