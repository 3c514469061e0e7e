"""`make run`: every process of Jalon on one machine, under one Ctrl-C.

Own code: the supervisors we looked at (supervisor, honcho, circus) either do not restart a part that was
killed, or leave its brothers running when they are killed themselves.
"""
