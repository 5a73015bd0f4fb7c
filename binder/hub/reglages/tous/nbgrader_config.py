"""Le cours et l'échange de la salle, pour tous ; la session y ajoute le sien (nbgrader_config.py) pour la formation."""

import os

c = get_config()  # noqa: F821  (given by traitlets, which executes this file)

c.CourseDirectory.course_id = "carnets-de-liaison"
c.Exchange.root = os.environ["CARNETS_ECHANGE"]
# Participants have no account of their own name on this machine.
c.ExchangeCollect.check_owner = False
# Whatever its server is asked, a place has one course, in an exchange that only the trainer fills.
c.ExchangeFactory.list = "widgets.salle.own_course.RoomList"
c.ExchangeFactory.fetch_assignment = "widgets.salle.own_course.RoomFetchAssignment"
c.ExchangeFactory.submit = "widgets.salle.own_course.RoomSubmit"
c.ExchangeFactory.fetch_feedback = "widgets.salle.own_course.RoomFetchFeedback"
