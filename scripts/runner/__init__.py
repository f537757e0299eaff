"""What stands behind run.py: the room the command works in, its tests, its locks.

Standard library only, since it runs before anything is installed; never imports vungxanh.
"""
