"""Requests to stages: what the door, the command line and a worker run.

Jobs join stages that may not know each other.
"""
