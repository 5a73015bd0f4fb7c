"""Une participante, un participant remet sous son code : le compte de la machine n'a pas ce nom, ou n'en a aucun."""

import os

c = get_config()  # noqa: F821  (given by traitlets, which executes this file)

c.CourseDirectory.student_id = os.environ["JUPYTERHUB_USER"]
