"""Copies of other libraries. Written by build.py; do not edit them."""
