d-une-ligne = « { $row } » : { $reason }
