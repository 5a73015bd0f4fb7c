"""Ce qui vient des places, et ce qui y retourne, passe par les gardes de la salle : les boutons de formgrader aussi."""

c = get_config()  # noqa: F821  (given by traitlets, which executes this file)

c.ExchangeFactory.collect = "app.room.exchange.RoomCollect"
c.ExchangeFactory.release_feedback = "app.room.exchange.RoomReleaseFeedback"
c.ExchangeFactory.release_assignment = "app.room.exchange.RoomReleaseAssignment"
