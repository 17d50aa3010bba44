"""Files and frames, with exact timestamps: probing, the frame index, the reader and the sound track (PyAV).

`times`, `info`, `limits` and `digest` are light; `probe`, `reader` and `audio` import PyAV, so a window that must come
up quickly imports them when it first needs them.
"""
