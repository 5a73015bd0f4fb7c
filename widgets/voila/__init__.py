"""The local server of the suite: JupyterLab and Voilà on 127.0.0.1, with the suite's own page template."""
