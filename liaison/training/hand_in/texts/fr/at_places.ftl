ne-se-lit-pas = ne peut pas être lu : { $reason }
