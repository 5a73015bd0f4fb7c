"""Ce qui a déjà été montré, et ce qu'une publication de plus en dirait."""
