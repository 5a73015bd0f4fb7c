"""Le cours et l'échange de la salle, pour tous ; la session y ajoute le sien (nbgrader_config.py) pour la formation."""

import os

c = get_config()  # noqa: F821  (given by traitlets, which executes this file)

c.CourseDirectory.course_id = "carnets-de-liaison"
c.Exchange.root = os.environ["CARNETS_ECHANGE"]
# Participants have no account of their own name on this machine.
c.ExchangeCollect.check_owner = False
# Whatever its server is asked, a place has one course, in an exchange that only the trainer fills.
c.ExchangeFactory.list = "app.room.own_course.RoomList"
c.ExchangeFactory.fetch_assignment = "app.room.own_course.RoomFetchAssignment"
c.ExchangeFactory.submit = "app.room.own_course.RoomSubmit"
c.ExchangeFactory.fetch_feedback = "app.room.own_course.RoomFetchFeedback"
