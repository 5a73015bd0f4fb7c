"""One laptop for the whole room: a real JupyterHub on the room's network, started by `liaison session hub`.

`python -m widgets.salle DOSSIER` starts it; `binder/hub` holds what JupyterHub and its servers read.
"""
