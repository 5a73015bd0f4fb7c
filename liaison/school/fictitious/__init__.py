"""Une école fictive : des agrégats, et des personnes tirées à leurs proportions."""
