un-autre-nombre = un autre nombre
participant = participant { $number }
