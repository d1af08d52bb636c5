"""Plain functions of Turkish text. Nothing here knows of readings, tables or files.

All offsets count Unicode code points of the text that is passed in, from 0; an end is exclusive.
"""
