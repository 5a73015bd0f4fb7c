"""The suite on Binder or on a hub: the pages of `python -m app.voila`, the doors of the host."""

import os

from app.voila.pages import home_url
from app.voila.settings import lab_settings, page_settings

c = get_config()  # noqa: F821
base_url = os.environ.get("JUPYTERHUB_SERVICE_PREFIX", "/")
c.merge(page_settings(base_url))
c.merge(lab_settings())
c.ServerApp.default_url = home_url(base_url)
# One visitor, little memory: one spare kernel is enough.
c.SuiteKernels.spare_count = 1
