pas-au-carnet = « { $table } » donne des notes ou des commentaires que le carnet de notes n'a pas : { $answers }. Il a pu être perdu, remplacé par une copie plus ancienne, ou changé dans formgrader.
ne-peut-etre-garde =
    { $error }
    « { $table } » ne peut pas être gardé à part ({ $reason }).
