entre = entre { $low } et { $high }
de-a = de { $low } à { $high }{ $nbsp }%
