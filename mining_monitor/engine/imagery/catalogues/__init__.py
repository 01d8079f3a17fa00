"""Scenes over the network: STAC catalogues and their items, windows of remote files, downloads.

All network goes through ``http``: it decides which host sees credentials, how long to wait and how much to take.
"""
