"""Ce qui s'imprime : présences, attestations, guide et programmes."""
