ne-peut-etre-garde =
    { $error }
    « { $table } » ne peut pas être gardé à part ({ $reason }).
