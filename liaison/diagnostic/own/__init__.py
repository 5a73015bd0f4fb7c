"""Le formulaire d'une école : ses propres questions, et ce qui peut y nommer quelqu'un."""
