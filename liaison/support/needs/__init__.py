"""De quoi chaque famille a besoin : des codes, des coupons, un fichier que l'école garde."""
