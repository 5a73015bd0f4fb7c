"""One laptop for the whole room: a real JupyterHub on the room's network, started by `liaison session hub`.

`python -m app.room DOSSIER` starts it; `binder/hub` holds what JupyterHub and its servers read.
"""
