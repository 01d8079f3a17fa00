"""Sentinel-2 scenes, from products and catalogues alike: bands, offset, masks, mosaics, renderings (DOMAIN 2)."""
