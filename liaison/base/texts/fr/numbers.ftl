moins = moins de { $step }{ $nbsp }%
plus = plus de { $value }{ $nbsp }%
